/** The ways into the main job: by command line, by a second start, by dropping a folder, by keyboard alone. */
import { expect } from '@playwright/test';
import { join } from 'node:path';
import { copyProject, test } from './test.js';
import { BuildPage } from './pages/build-page.js';
import { ImagePage } from './pages/image-page.js';
import { ImagesPage } from './pages/images-page.js';
import { Shell } from './pages/shell.js';

test('a folder on the command line is opened for a build', async ({ launch }) => {
  const folder = await copyProject('hello-web');
  const strata = await launch({ folder });
  const build = new BuildPage(strata.page);
  await expect(build.folder).toHaveValue(folder);
  await expect(build.imageName).toHaveValue('hello-web:latest');
  await expect(build.build).toBeEnabled();
});

test('what is dropped on the window is looked into, with its path from the preload', async ({ strata }) => {
  const { page } = strata;
  const file = join(await copyProject('hello-web'), 'Dockerfile');
  // A file from a real file input has a path, as a dropped one has; a folder can't be put into one from here.
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), { type: 'file', id: 'dropped' });
    document.body.append(input);
  });
  await page.setInputFiles('#dropped', file);
  await page.evaluate(() => {
    const dropped = document.querySelector<HTMLInputElement>('#dropped')?.files?.[0];
    const dataTransfer = new DataTransfer();
    if (dropped) dataTransfer.items.add(dropped);
    window.dispatchEvent(new DragEvent('drop', { dataTransfer }));
  });
  const build = new BuildPage(page);
  await expect(build.folder).toHaveValue(file);
  await expect(build.alert).toContainText('is not a folder');
});

test('a second start hands its folder to the first, and ends', async ({ strata }) => {
  const folder = await copyProject('notes-node');
  await new Shell(strata.page).open('Settings');
  await strata.startAgain(folder);
  await expect(new BuildPage(strata.page).folder).toHaveValue(folder);
});

test('an image is found, opened, read and left by keyboard alone', async ({ strata }) => {
  const { page } = strata;
  const images = new ImagesPage(page);
  await expect(images.row('alpine:3.20')).toBeVisible();
  await page.keyboard.press('Control+f');
  await expect(images.filter).toBeFocused();
  await page.keyboard.type('busybox');
  await expect(images.row('alpine:3.20')).toHaveCount(0);
  const row = images.row('busybox:1.36');
  for (
    let presses = 0;
    presses < 8 && !(await row.evaluate((element) => element === document.activeElement));
    presses++
  ) {
    await page.keyboard.press('Tab');
  }
  await expect(row).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(new ImagePage(page).heading('busybox:1.36')).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(images.filter).toHaveValue('busybox');
});

test('a project is built by keyboard alone, and the choice is remembered', async ({ strata, launch }) => {
  const { page } = strata;
  const folder = await copyProject('hello-web');
  await page.keyboard.press('Control+2');
  const build = new BuildPage(page);
  await build.folder.focus();
  await page.keyboard.type(folder);
  await page.keyboard.press('Enter');
  await expect(build.imageName).toHaveValue('hello-web:latest');
  await build.imageName.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Open image' })).toBeVisible({ timeout: 60_000 });
  await strata.quit();

  const again = await launch({ home: strata.home });
  await new Shell(again.page).open('Build');
  await expect(again.page.getByRole('main')).toContainText(folder);
});
