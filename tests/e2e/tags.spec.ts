/** The tags of an image: pointed elsewhere, what that does to images, the way back, and the moves that were seen. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { ImagePage } from './pages/image-page.js';
import { ImagesPage } from './pages/images-page.js';
import { PushDialog } from './pages/push-dialog.js';
import { TagsTab } from './pages/tags-tab.js';
import { test, type FullStage } from './test.js';

/** Makes an image of its own under `name`; its id. */
async function build({ engine }: FullStage, name: string): Promise<string> {
  await engine.docker(['build', '--quiet', '--tag', name, '-'], {
    input: `FROM alpine:3.20\nLABEL made-for=${name}\n`,
    env: { DOCKER_BUILDKIT: '1' },
  });
  return idOf({ engine }, name);
}
const idOf = async ({ engine }: Pick<FullStage, 'engine'>, name: string): Promise<string> =>
  (await engine.docker(['image', 'inspect', '-f', '{{.Id}}', name])).trim();

async function expectNoViolation(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
    what,
  ).toEqual([]);
}

test('a tag of another image is moved here once it is clear what that one loses, and back', async ({
  stage,
  strata,
}) => {
  const { page } = strata;
  const one = `${stage.engine.prefix}from:1`;
  const two = `${stage.engine.prefix}to:1`;
  const [from, to] = [await build(stage, one), await build(stage, two)];
  const image = new ImagePage(page);
  const tags = new TagsTab(page);
  await new ImagesPage(page).open(two);
  await image.openTab('Tags');
  await expect(tags.tag(two)).toBeVisible();

  await tags.add.click();
  const dialog = tags.dialog('Add tag');
  const name = dialog.getByRole('textbox', { name: 'Reference' });
  await name.fill('Wrong:1');
  await expect(dialog).toContainText('“Wrong” has uppercase letters');
  await expect(dialog.getByRole('button', { name: 'Add tag', exact: true })).toBeDisabled();
  await name.fill(one);
  await expect(dialog).toContainText(`repository library/${one.split(':')[0]}, tag 1`);
  await expect(dialog.getByRole('status')).toHaveText(
    `${one} now points to ${from.slice(7, 19)}; that is its last other name. The image stays, untagged, until it is cleaned up.`,
  );
  await expectNoViolation(page, 'Add tag');
  await dialog.getByRole('button', { name: 'Move it here', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(tags.tag(one)).toBeVisible();
  expect(await idOf(stage, one)).toBe(to);
  await expect(tags.moves.getByRole('listitem').first()).toContainText(
    `${one} moved from ${from.slice(7, 19)} to this image in Strata`,
  );

  await tags.undo.click();
  await expect(tags.tag(one)).toBeHidden();
  expect(await idOf(stage, one)).toBe(from);

  await page.getByRole('button', { name: 'Forget moves' }).click();
  await tags.dialog('Forget the moves of all tags?').getByRole('button', { name: 'Forget' }).click();
  await expect(tags.moves).toBeHidden();
  await expect(page.getByText('Strata has not seen these names move.')).toBeVisible();
  await stage.engine.docker(['rmi', one, two]);
});

test('a tag is renamed, and what docker does with it meanwhile shows and stops a removal', async ({
  stage,
  strata,
}) => {
  const { page } = strata;
  const one = `${stage.engine.prefix}named:1`;
  const other = `${stage.engine.prefix}other:1`;
  const renamed = `${stage.engine.prefix}renamed:2`;
  const id = await build(stage, one);
  await build(stage, other);
  await stage.engine.docker(['tag', one, `${one}-kept`]);
  const image = new ImagePage(page);
  const tags = new TagsTab(page);
  await new ImagesPage(page).open(one);
  await image.openTab('Tags');

  await tags.ask('Rename', one);
  await tags.dialog(`Rename ${one}`).getByRole('textbox', { name: 'New name' }).fill(renamed);
  await page.keyboard.press('Enter');
  await expect(image.heading(renamed)).toBeVisible();
  await expect(tags.tag(renamed)).toBeVisible();
  await expect(tags.tag(one)).toBeHidden();
  expect(await idOf(stage, renamed)).toBe(id);

  await stage.engine.docker(['tag', other, `${one}-kept`]);
  await expect(tags.tag(`${one}-kept`)).toBeHidden();
  await expect(tags.moves).toContainText(`${one}-kept`);

  // The last name: the image goes, and that was said.
  await tags.ask('Remove', renamed);
  const removal = tags.dialog(`Remove the tag ${renamed}`);
  await expect(removal).toContainText('The engine removes the image with it');
  await expectNoViolation(page, 'Remove the last tag');
  await removal.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('heading', { name: 'Images' })).toBeVisible();
  await expect(idOf(stage, id)).rejects.toThrow();
  await stage.engine.docker(['rmi', other, `${one}-kept`]);
});

test('one of several tags is removed and given back, one is moved away, one is pushed', async ({
  stage,
  strata,
}) => {
  const { page } = strata;
  const one = `${stage.engine.prefix}several:1`;
  const two = `${stage.engine.prefix}several:2`;
  const other = `${stage.engine.prefix}elsewhere:1`;
  const id = await build(stage, one);
  const target = await build(stage, other);
  await stage.engine.docker(['tag', one, two]);
  const image = new ImagePage(page);
  const tags = new TagsTab(page);
  await new ImagesPage(page).open(one);
  await image.openTab('Tags');

  await tags.ask('Remove', two);
  await tags.dialog(`Remove the tag ${two}`).getByRole('button', { name: 'Remove' }).click();
  await expect(tags.tag(two)).toBeHidden();
  await expect(page.getByText(`${two} was removed. The image is still there.`)).toBeVisible();
  await tags.undo.click();
  await expect(tags.tag(two)).toBeVisible();
  expect(await idOf(stage, two)).toBe(id);

  await tags.choose(two, 'Move to another image…');
  const move = tags.dialog(`Move ${two}`);
  await move.getByRole('combobox', { name: 'To the image' }).fill(other);
  await expectNoViolation(page, 'Move');
  await move.getByRole('button', { name: 'Move' }).click();
  await expect(tags.tag(two)).toBeHidden();
  expect(await idOf(stage, two)).toBe(target);

  const destination = `${stage.registry.host}/team/several:3`;
  await tags.add.click();
  const dialog = tags.dialog('Add tag');
  await dialog.getByRole('textbox', { name: 'Reference' }).fill(destination);
  await dialog.getByRole('button', { name: 'Tag and push' }).click();
  const push = new PushDialog(page);
  await expect(push.destination).toHaveValue(destination);
  expect(await idOf(stage, destination)).toBe(id);
  await push.close();
  await stage.engine.docker(['rmi', one, two, other, destination]);
});

test('many tags on one image show a part at a time, and are found by typing', async ({ stage, strata }) => {
  const { page } = strata;
  const name = `${stage.engine.prefix}crowd`;
  await build(stage, `${name}:0`);
  const more = Array.from({ length: 120 }, (_, at) => `${name}:with-a-rather-long-tag-${at + 1}`);
  for (const reference of more) await stage.engine.docker(['tag', `${name}:0`, reference]);
  const image = new ImagePage(page);
  const tags = new TagsTab(page);
  await new ImagesPage(page).open(`${name}:0`);
  await image.openTab('Tags');
  await expect(tags.table.getByRole('rowheader')).toHaveCount(100);
  await tags.filter.fill('-120');
  await expect(tags.table.getByRole('rowheader')).toHaveCount(1);
  await expect(tags.tag(`${name}:with-a-rather-long-tag-120`)).toBeVisible();
  await tags.filter.fill('nothing');
  await expect(page.getByText('No tag has “nothing” in it.')).toBeVisible();
  await expectNoViolation(page, 'Tags, nothing found');
  await stage.engine.docker(['rmi', `${name}:0`, ...more]);
});
