/** axe finds nothing to object to, on any screen, dialog and state, in any theme, and twice as large. */
import { expect } from '@playwright/test';
import { lookAt } from './looks.js';
import { copyProject, test } from './test.js';
import { BuildPage } from './pages/build-page.js';
import { ComparePage } from './pages/compare-page.js';
import { EngineDialog } from './pages/engine-dialog.js';
import { DiskPage } from './pages/disk-page.js';
import { FilesPanel } from './pages/files-panel.js';
import { ImagePage } from './pages/image-page.js';
import { ImagesPage } from './pages/images-page.js';
import { Keyboard } from './pages/keyboard.js';
import { PushDialog } from './pages/push-dialog.js';
import { RegistriesPage } from './pages/registries-page.js';
import { Shell } from './pages/shell.js';
import { TourPanel } from './pages/tour-panel.js';

test('every screen, dialog and state passes axe, in every theme and twice as large', async ({
  stage,
  strata,
}) => {
  test.setTimeout(300_000);
  const look = lookAt(strata);
  const { page } = strata;
  const shell = new Shell(page);
  const image = new ImagePage(page);
  const build = new BuildPage(page);
  const compare = new ComparePage(page);
  const registries = new RegistriesPage(page);
  const push = new PushDialog(page);

  await shell.open('Settings');
  await look('Settings');

  await page.getByRole('button', { name: 'Copy report…' }).click();
  await expect(page.getByRole('region', { name: 'Text of the report' })).toContainText('started');
  await look('Report');
  await page.keyboard.press('Escape');

  await new EngineDialog(page).open();
  await page.getByRole('button', { name: /^Also looked at/ }).click();
  await look('Engines');
  await page.keyboard.press('Escape');

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await look('Keyboard shortcuts');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  await look('Command palette');
  await page.keyboard.press('Escape');

  await shell.open('Images');
  await expect(new ImagesPage(page).row('alpine:3.20')).toBeVisible();
  await look('Images');
  await page.getByRole('button', { name: 'Pull', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Pull' })).toBeVisible();
  await look('Pull');
  await page.keyboard.press('Escape');
  await new ImagesPage(page).setView({ 'Group by repository': true });
  await page.getByRole('button', { name: 'What the filter understands' }).click();
  await look('Images, grouped, with the filter explained');
  await page.keyboard.press('Escape');
  await new ImagesPage(page).setView({ 'Group by repository': false });
  await page.getByRole('button', { name: 'View' }).click();
  await new ImagesPage(page).filter.fill('larger:lots');
  await look('Images, View, a filter that is wrong');
  await page.keyboard.press('Escape');
  await new ImagesPage(page).row('alpine:3.20').click();
  await page.getByRole('button', { name: 'Remove…' }).click();
  await look('Images, what removing would do');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await new ImagesPage(page).filter.fill('nothing has this name');
  await look('Images, nothing found');

  await new ImagesPage(page).open('alpine:3.20');
  for (const tab of ['Layers', 'How it runs', 'Tags', 'Containers', 'Inspect'] as const) {
    await image.openTab(tab);
    await look(`Image, ${tab}`);
  }
  await image.openTab('Layers');
  await page.getByRole('button', { name: 'Show as table' }).click();
  await look('Image, layers as a table');
  await page.getByRole('button', { name: 'Copy table' }).click();
  await expect(page.getByText('Table copied.')).toBeVisible();
  await look('Image, table copied');
  await page.getByRole('button', { name: 'Show as picture' }).click();
  await page.getByRole('button', { name: 'Save picture' }).click();
  await look('Image, forms of the picture');
  await page.keyboard.press('Escape');
  const files = new FilesPanel(page);
  await files.read.click();
  await files.entry('etc').click();
  await look('Image, files');
  await files.filter.fill('group');
  await files.entry('group').dblclick();
  await expect(page.getByRole('region', { name: 'Content' })).toBeVisible({ timeout: 30_000 });
  await look('Image, one file');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add tag', exact: true }).first().click();
  await expect(page.getByRole('dialog', { name: 'Add tag' })).toBeVisible();
  await look('Add tag');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Save archive' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('Save archive');
  await page.keyboard.press('Escape');
  await image.openPush();
  await expect(push.dialog).toBeVisible();
  await look('Push');
  await push.close();
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(compare.choices.first()).toBeVisible();
  await look('Compare with');
  await page.keyboard.press('Enter');
  await expect(compare.files).toBeVisible({ timeout: 30_000 });
  for (const tab of ['Files', 'Settings', 'Layers'] as const) {
    await compare.openTab(tab);
    await look(`Compare, ${tab}`);
  }
  await page.getByRole('button', { name: 'Back' }).click();

  await shell.open('Build');
  await look('Build, nothing chosen');
  await build.openFolder(await copyProject('failing-run'));
  await expect(build.build).toBeEnabled();
  await look('Build, ready');
  await build.build.click();
  await expect(build.alert).toBeVisible({ timeout: 60_000 });
  await look('Build, failed');

  await build.openFolder(await copyProject('hello-web'));
  await page.getByRole('button', { name: 'Add secret' }).click();
  await page.getByText('More options').click();
  await look('Build, all options');
  await page.getByRole('textbox', { name: 'Id of secret 1' }).fill('not an id');
  await look('Build, an option that is wrong');
  await page.getByRole('button', { name: 'Remove not an id' }).click();
  await build.build.click();
  await expect(page.getByRole('button', { name: 'Open image' })).toBeVisible({ timeout: 60_000 });
  for (const part of ['Timeline', 'Context', 'Cache forecast', 'History'])
    await page.getByRole('button', { name: new RegExp(`^${part}`) }).click();
  await look('Build, everything unfolded');
  const asTable = page.getByRole('button', { name: 'Show as table' });
  while ((await asTable.count()) > 0) await asTable.first().click();
  await look('Build, pictures as tables');

  await shell.open('Registries');
  await look('Registries, no login');
  await registries.openLogin();
  await look('Log in');
  await registries.fillIn({
    registry: stage.registry.host,
    username: stage.account.username,
    password: 'wrong',
  });
  await expect(registries.alert).toBeVisible();
  await look('Log in, refused');
  await registries.fillIn({
    registry: stage.registry.host,
    ...stage.account,
    keep: 'Only until Strata quits',
  });
  await expect(registries.login(stage.registry.host)).toBeVisible();
  await look('Registries, logged in');
  await page.getByRole('button', { name: `Browse ${stage.registry.host}` }).click();
  await page.getByRole('textbox', { name: 'Repository' }).fill('team/none');
  await page.getByRole('button', { name: 'Show tags' }).click();
  await expect(page.getByRole('heading', { name: 'team/none' })).toBeVisible();
  await look('Browse');

  const disk = new DiskPage(page);
  await shell.open('Disk');
  await expect(disk.measured).toContainText('Measured', { timeout: 60_000 });
  await disk.rule('Older tags', true, { of: 'Tags to keep in each repository', is: '0' });
  await page.getByRole('textbox', { name: 'Days an image is unused' }).fill('many');
  await look('Disk');
  await page.getByRole('button', { name: 'Show as table' }).click();
  await look('Disk, the map as a table');
  await disk.review.click();
  await expect(disk.dialog).toBeVisible();
  await look('Disk, review');
  await disk.dialog.getByRole('button', { name: 'Keep all' }).click();

  await shell.openActivity();
  await expect(shell.jobs).toBeVisible();
  await look('Activity');
  await page.keyboard.press('Escape');

  await new Keyboard(page).choose('tour', /^Take the tour/);
  const tour = new TourPanel(page);
  for (const title of ['What an image is', 'Layers', 'Tags', 'Containers']) {
    await expect(tour.heading(title)).toBeFocused();
    await look(`Tour, ${title}`);
    await tour.next.click();
  }
});
