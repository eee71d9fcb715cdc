/** The list of images: found, sorted, grouped, chosen and removed, and live while the engine changes. */
import { expect } from '@playwright/test';
import { ImagesPage } from './pages/images-page.js';
import { test } from './test.js';

test.describe('the list of images', () => {
  test('shows what the docker CLI does to images and containers while it is open', async ({
    stage,
    strata,
  }) => {
    const images = new ImagesPage(strata.page);
    const { engine } = stage;
    const { prefix } = engine;
    const name = `${prefix}live:1`;
    await expect(images.row('alpine:3.20')).toBeVisible();
    await engine.docker(['tag', 'alpine:3.20', name]);
    await expect(images.row(name)).toBeVisible();
    await engine.docker(['create', '--name', `${prefix}user`, name, 'true']);
    await expect(images.row(name)).toContainText(`${prefix}user`);
    await engine.docker(['rm', `${prefix}user`]);
    await expect(images.row(name)).not.toContainText(`${prefix}user`);
    await engine.docker(['rmi', name]);
    await expect(images.row(name)).toBeHidden();
  });

  test('finds by more than names, says what it does not understand, and clears', async ({
    stage,
    strata,
  }) => {
    const images = new ImagesPage(strata.page);
    const { engine } = stage;
    const { prefix } = engine;
    const name = `${prefix}labelled:1`;
    await engine.docker(['build', '--quiet', '--tag', name, '-'], {
      input: 'FROM alpine:3.20\nLABEL team=web\nRUN echo labelled > /x\n',
    });
    const layers = (await engine.docker(['inspect', '--format', '{{join .RootFS.Layers " "}}', name])).trim();
    const own = layers.split(' ').at(-1) ?? '';

    for (const filter of ['label:team=web', `layer:${own}`, `name:${prefix}labelled -used: platform:linux`]) {
      await images.filter.fill(filter);
      await expect(images.rows).toHaveCount(1);
      await expect(images.row(name)).toBeVisible();
    }
    await images.filter.fill('larger:lots label:team');
    await expect(images.row(name)).toBeVisible();
    await expect(images.filter).toHaveAccessibleDescription(/After “larger:” belongs a size/);

    await images.filter.fill('label:team=none');
    await images.clearFilter.click();
    await expect(images.row('alpine:3.20')).toBeVisible();
    await engine.docker(['rmi', name]);
  });

  test('remembers its order, its columns and that it is grouped', async ({ launch }) => {
    const first = await launch();
    const images = new ImagesPage(first.page);
    await images.column('Size').click();
    await images.setView({ 'Group by repository': true, Unique: true });
    await expect(images.row('alpine')).toBeVisible();
    await first.quit();

    const again = new ImagesPage((await launch({ home: first.home })).page);
    await expect(again.row('alpine')).toBeVisible();
    await expect(again.head('Size')).toHaveAttribute('aria-sort', 'descending');
    await expect(again.head('Unique')).toBeVisible();
    // Nothing tells of shared layers on an engine as old as this one, and nothing is made up.
    await expect(again.row('alpine:3.20')).toContainText('—');
  });

  test('removes several at once, after it has said what goes and what stays', async ({ stage, strata }) => {
    const images = new ImagesPage(strata.page);
    const { page } = strata;
    const { engine } = stage;
    const { prefix } = engine;
    const made = async (name: string): Promise<string> => {
      await engine.docker(['build', '--quiet', '--tag', `${prefix}${name}`, '-'], {
        input: `FROM alpine:3.20\nRUN echo ${name} > /x\n`,
      });
      return `${prefix}${name}`;
    };
    const used = await made('bulk-used:1');
    const whole = await made('bulk-whole:1');
    const extra = `${prefix}bulk-extra:1`;
    await engine.docker(['tag', 'alpine:3.20', extra]);
    await engine.docker(['create', '--name', `${prefix}holder`, used, 'true']);

    await images.filter.fill(`${prefix}bulk`);
    await expect(images.row(used)).toContainText(`${prefix}holder`);
    await expect(images.rows).toHaveCount(3);
    await images.row(extra).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    const dialog = page.getByRole('dialog', { name: 'Remove the 3 selected' });
    await expect(dialog).toContainText('This image goes');
    await expect(dialog).toContainText(`${used}, in use by ${prefix}holder`);
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(dialog).toContainText('1 image deleted, 2 names taken away.');
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect(images.rows).toHaveCount(1);
    await expect(images.row(used)).toBeVisible();
    expect(await engine.docker(['images', '--quiet', whole])).toBe('');
    expect(await engine.docker(['images', '--quiet', 'alpine:3.20'])).not.toBe('');
    await engine.docker(['rm', `${prefix}holder`]);
    await engine.docker(['rmi', used]);
  });

  test('keeps the selection and the place of what is looked at while names come above it', async ({
    stage,
    strata,
  }) => {
    const images = new ImagesPage(strata.page);
    const { engine } = stage;
    const { prefix } = engine;
    const names = Array.from({ length: 40 }, (_, n) => `${prefix}many:${n}`);
    for (const name of names) await engine.docker(['tag', 'alpine:3.20', name]);
    const looked = `${prefix}many:38`;
    await images.filter.fill(prefix);
    await expect(images.rows.first()).toBeVisible();
    await images.row(`${prefix}many:0`).focus();
    await strata.page.keyboard.press('End');
    await images.row(looked).click();
    const before = await images.row(looked).boundingBox();
    // Other tests of the run may have left names that start like these.
    const index = Number(await images.row(looked).getAttribute('aria-rowindex'));

    await engine.docker(['tag', 'alpine:3.20', `${prefix}first:1`]);
    await expect(images.row(looked)).toHaveAttribute('aria-rowindex', String(index + 1));
    expect((await images.row(looked).boundingBox())?.y).toBe(before?.y);
    await expect(images.row(looked)).toHaveAttribute('aria-selected', 'true');
    await engine.docker(['rmi', ...names, `${prefix}first:1`]);
  });
});
