/** How Strata begins: what one start learns for the next, and a start that fails. */
import { expect } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ImagesPage } from './pages/images-page.js';
import { failedStart } from '../support/strata.js';
import { emptyFolder, test } from './test.js';

test('a machine that draws without a GPU is remembered, so that the next start doesn’t look for one', async ({
  launch,
}) => {
  const home = await emptyFolder();
  const first = await launch({ home });
  await expect(new ImagesPage(first.page).row('alpine:3.20')).toBeVisible();
  const log = () => readFile(join(home, 'logs/strata.log'), 'utf8');
  expect(await log()).not.toContain('drawing without a GPU');
  const isShown = () =>
    first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await expect.poll(isShown).toBe(true);
  const found = await first.app.evaluate(({ app }) => app.getGPUFeatureStatus().gpu_compositing);
  await first.quit();

  const second = await launch({ home });
  await expect(new ImagesPage(second.page).row('alpine:3.20')).toBeVisible();
  expect((await log()).includes('drawing without a GPU')).toBe(found !== 'enabled');
});

test('a theme that stood in damaged settings goes with them', async ({ launch }) => {
  const home = await emptyFolder();
  await writeFile(join(home, 'settings.json'), JSON.stringify({ theme: 'dark', zoom: 99 }));
  const { app, page } = await launch({ home });
  await expect(new ImagesPage(page).row('alpine:3.20')).toBeVisible();
  expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('system');
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
});

test('a start that fails says why, and ends', async ({ stage }) => {
  const home = await emptyFolder();
  // The log goes into a folder of this name.
  await writeFile(join(home, 'logs'), '');
  const { code, output } = await failedStart(home, stage.env);
  expect(code).toBe(1);
  expect(output).toContain('Strata could not start');
  expect(output).toContain('EEXIST');
});
