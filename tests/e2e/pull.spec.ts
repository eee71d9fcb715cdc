/** A pull tells what came of it: something new, nothing new, or why not. */
import { expect } from '@playwright/test';
import { test } from './test.js';
import { ImagePage } from './pages/image-page.js';
import { PullDialog } from './pages/pull-dialog.js';

test('an image that was removed is pulled again, and opened', async ({ stage, strata }) => {
  const pull = new PullDialog(strata.page);
  await pull.pull('busybox:1.36');
  await expect(pull.said).toContainText('up to date');
  await strata.page.keyboard.press('Escape');

  await stage.engine.docker(['rmi', 'busybox:1.36']);
  await pull.pull('busybox:1.36');
  await expect(pull.said).toContainText('is here now');
  await pull.dialog.getByRole('button', { name: 'Open image' }).click();
  await expect(new ImagePage(strata.page).heading('busybox:1.36')).toBeVisible();
});

test('an image that no registry has is a failure that names it', async ({ strata }) => {
  const pull = new PullDialog(strata.page);
  await pull.pull('nobody/has-this:1');
  await expect(pull.alert).toContainText('nobody/has-this:1');
});
