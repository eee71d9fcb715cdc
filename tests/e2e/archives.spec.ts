/** Images as files: saved, looked into, loaded, dropped, and filesystems imported. */
import { expect } from '@playwright/test';
import { execFile } from 'node:child_process';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ArchiveDialog } from './pages/archive-dialog.js';
import { ImagePage } from './pages/image-page.js';
import { ImagesPage } from './pages/images-page.js';
import { Shell } from './pages/shell.js';
import { emptyFolder, test, type FullStage } from './test.js';

const run = promisify(execFile);

async function build({ engine }: FullStage, name: string): Promise<string> {
  const reference = `${engine.prefix}${name}`;
  await engine.docker(['build', '--quiet', '--tag', reference, '-'], {
    input: `FROM alpine:3.20\nRUN echo ${name} > /name\n`,
  });
  return reference;
}

const idOf = async ({ engine }: FullStage, name: string): Promise<string> =>
  (await engine.docker(['inspect', '--format', '{{.Id}}', name])).trim();

test('an image is saved from its screen, and loaded again from the list of images', async ({
  stage,
  launch,
}) => {
  const reference = await build(stage, 'archived:1');
  const id = await idOf(stage, reference);
  const file = join(await emptyFolder(), 'archived.tar.gz');
  const strata = await launch();
  const dialog = new ArchiveDialog(strata);
  await new ImagesPage(strata.page).open(reference);
  await expect(new ImagePage(strata.page).heading(reference)).toBeVisible();

  await dialog.willChoose(file);
  await dialog.ask('Save archive');
  await expect(dialog.saving.getByRole('list', { name: 'Images to save' })).toContainText(reference);
  await dialog.press('saving', 'Save…');
  await expect(dialog.saving.getByRole('status')).toContainText(`as ${file}.`);
  expect((await readFile(file)).subarray(0, 2).toString('hex')).toBe('1f8b');
  await dialog.press('saving', 'Close');

  await stage.engine.docker(['rmi', '--force', reference]);
  const shell = new Shell(strata.page);
  await shell.open('Images');
  await dialog.ask('Load archive');
  await expect(dialog.loading).toContainText('what is in it shows only once it is loaded');
  await dialog.press('loading', 'Load');
  await expect(dialog.loaded).toContainText(reference);
  expect(await idOf(stage, reference)).toBe(id);
  await dialog.press('loading', `Open ${reference}`);
  await expect(new ImagePage(strata.page).heading(reference)).toBeVisible();

  await shell.openActivity();
  await expect(shell.jobs.getByText('Loading archived.tar.gz')).toBeVisible();
  await strata.page.getByRole('button', { name: 'Open Loading archived.tar.gz' }).click();
  await expect(dialog.loaded).toContainText(reference);
});

test('a dropped archive of chosen images shows which names would move before it is loaded', async ({
  stage,
  launch,
}) => {
  const [one, two] = [await build(stage, 'dropped-one:1'), await build(stage, 'dropped-two:1')];
  const [first, second] = [await idOf(stage, one), await idOf(stage, two)];
  const short = (id: string): string => id.slice('sha256:'.length).slice(0, 12);
  const file = join(await emptyFolder(), 'dropped.tar');
  const strata = await launch();
  const dialog = new ArchiveDialog(strata);
  const images = new ImagesPage(strata.page);
  await images.filter.fill('dropped-');
  await images.row(one).click();
  await images.row(two).click({ modifiers: ['Control'] });
  await dialog.willChoose(file);
  await strata.page.getByRole('toolbar').getByRole('button', { name: 'Save archive' }).click();
  await expect(dialog.saving.getByRole('listitem')).toHaveCount(2);
  await dialog.press('saving', 'Save…');
  await expect(dialog.saving.getByRole('status')).toContainText('Saved');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await dialog.press('saving', 'Close');

  await stage.engine.docker(['tag', two, one]);
  await dialog.drop(file);
  await expect(dialog.names.getByRole('row', { name: one })).toContainText(
    `Moves from ${short(second)} to ${short(first)}`,
  );
  await expect(dialog.names.getByRole('row', { name: two })).toContainText('Already here');
  await expect(dialog.loading.getByRole('status')).toContainText('1 name points to another image now');
  expect(await idOf(stage, one)).toBe(second);
  await dialog.press('loading', 'Load');
  await expect(dialog.loaded).toContainText(`moved from ${short(second)} to ${short(first)}`);
  expect(await idOf(stage, one)).toBe(first);
});

test('what is no archive is refused with the reason, and a filesystem is imported', async ({
  stage,
  launch,
}) => {
  const folder = await emptyFolder();
  const text = join(folder, 'text.tar');
  await writeFile(text, 'no archive at all '.repeat(100));
  const root = join(folder, 'root.tar');
  await run('tar', ['-cf', root, '-C', folder, 'text.tar']);
  const reference = `${stage.engine.prefix}imported:1`;
  const strata = await launch();
  const dialog = new ArchiveDialog(strata);

  await dialog.drop(text);
  await expect(dialog.loading.getByRole('alert')).toContainText('It is no tar archive, or it is damaged.');
  await expect(dialog.loading.getByRole('button', { name: 'Load', exact: true })).toBeDisabled();
  await dialog.press('loading', 'Close');

  await dialog.willChoose(root);
  await dialog.ask('Load archive');
  await expect(dialog.loading).toContainText('This is a filesystem, not an archive of images');
  await dialog.loading.getByRole('textbox', { name: 'Image name' }).fill(reference);
  await dialog.loading.getByRole('textbox', { name: 'Settings' }).fill('CMD ["sh"]\nENV A=1');
  await dialog.press('loading', 'Import');
  await expect(dialog.loaded).toContainText(reference);
  const config = await stage.engine.docker(['inspect', '--format', '{{json .Config.Cmd}}', reference]);
  expect(config.trim()).toBe('["sh"]');

  await dialog.press('loading', 'Close');
  await dialog.ask('Load archive');
  await dialog.loading.getByRole('textbox', { name: 'Image name' }).fill(reference);
  await dialog.press('loading', 'Import');
  await expect(dialog.loading.getByRole('alert')).toContainText('points to another image');
});
