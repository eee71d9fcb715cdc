/** What the user sees inside an image: the files of every layer, what became of them, and what is wasted. */
import { expect } from '@playwright/test';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FilesPanel } from './pages/files-panel.js';
import { ImagesPage } from './pages/images-page.js';
import { emptyFolder, test } from './test.js';

const DOCKERFILE = `FROM alpine:3.20
RUN mkdir -p /srv/app && dd if=/dev/zero of=/srv/app/model.bin bs=1000 count=500 && echo one > /srv/app/config.json
RUN rm /srv/app/model.bin && echo "two, longer" > /srv/app/config.json && touch '/srv/<img src=x onerror=alert(1)>'
CMD ["sh"]
`;

test('files are read once, shown by layer, found by name, and what is wasted leads to where it lies', async ({
  stage,
  launch,
}) => {
  const reference = `${stage.engine.prefix}files:1`;
  await stage.engine.docker(['build', '--quiet', '--tag', reference, '-'], {
    input: DOCKERFILE,
    env: { DOCKER_BUILDKIT: '1' },
  });
  const strata = await launch();
  const { page } = strata;
  const files = new FilesPanel(page);
  await new ImagesPage(page).open(reference);

  await files.read.click();
  await expect(files.entry('srv')).toBeVisible({ timeout: 30_000 });
  await files.entry('srv').click();
  await expect(files.entry('<img src=x onerror=alert(1)>')).toBeVisible();

  await files.onlyThisLayer.check();
  await files.entry('app').click();
  await expect(files.entry('model.bin')).toHaveAccessibleName(/removed/);
  await expect(files.entry('config.json')).toHaveAccessibleName(/changed/);
  await expect(files.entry('bin')).toHaveCount(0);

  await files.choose('dd if');
  await expect(files.entry('model.bin')).toHaveAccessibleName(/added, 500 kB/);
  await files.onlyThisLayer.uncheck();
  await files.filter.fill('CONFIG.J');
  await expect(files.tree.getByRole('treeitem')).toHaveCount(1);
  await files.filter.fill('no such name');
  await expect(files.region.getByRole('status')).toHaveText('No name holds “no such name”.');

  await files.efficiency.getByText(/is wasted/).click();
  const waste = files.efficiency.getByRole('row', { name: /^srv\/app\/model\.bin/ });
  await expect(waste).toContainText('500 kB');
  await waste.getByRole('button', { name: /dd if/ }).click();
  await expect(files.filter).toHaveValue('');
  await expect(files.entry('model.bin')).toBeVisible();

  await files.choose('dd if');
  await files.entry('config.json').dblclick();
  const dialog = page.getByRole('dialog', { name: 'config.json' });
  await expect(dialog.getByRole('region', { name: 'Content' })).toHaveText('one\n', { timeout: 30_000 });
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  const target = join(await emptyFolder(), 'model.bin');
  await strata.app.evaluate(({ dialog: native }, filePath) => {
    native.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, target);
  await files.entry('model.bin').click();
  await files.region.getByRole('button', { name: 'Save…' }).click();
  await expect(files.region.getByText(`Saved 1 file, 500 kB, as ${target}.`)).toBeVisible({
    timeout: 30_000,
  });
  expect((await stat(target)).size).toBe(500_000);

  await files.tree.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(files.entry('bin')).toHaveAttribute('aria-expanded', 'true');
  await strata.quit();
  await stage.engine.docker(['rmi', reference]);
});

test('what was read is known to a Strata that starts later', async ({ stage, launch }) => {
  const home = await emptyFolder();
  const strata = await launch({ home });
  await new ImagesPage(strata.page).open('alpine:3.20');
  const files = new FilesPanel(strata.page);
  await files.read.click();
  await expect(files.entry('bin')).toBeVisible({ timeout: 30_000 });
  await strata.quit();

  const reference = `${stage.engine.prefix}same-layers:1`;
  await stage.engine.docker(['tag', 'alpine:3.20', reference]);
  const later = await launch({ home });
  await new ImagesPage(later.page).open(reference);
  await expect(new FilesPanel(later.page).entry('bin')).toBeVisible();
  await stage.engine.docker(['rmi', reference]);
});
