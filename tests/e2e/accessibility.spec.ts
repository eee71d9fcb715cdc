/** axe finds nothing to object to, on any screen, in either theme. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { copyProject, test } from './test.js';
import { BuildPage } from './pages/build-page.js';
import { ComparePage } from './pages/compare-page.js';
import { EngineDialog } from './pages/engine-dialog.js';
import { DiskPage } from './pages/disk-page.js';
import { FilesPanel } from './pages/files-panel.js';
import { ImagePage } from './pages/image-page.js';
import { ImagesPage } from './pages/images-page.js';
import { PushDialog } from './pages/push-dialog.js';
import { RegistriesPage } from './pages/registries-page.js';
import { Shell } from './pages/shell.js';

async function expectNoViolation(page: Page, screen: string): Promise<void> {
  // Electron has no way to open the extra page that axe's usual mode wants.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`,
  );
  expect(found, screen).toEqual([]);
}

for (const theme of ['Light', 'Dark'] as const) {
  test(`every screen passes axe, ${theme.toLowerCase()}`, async ({ stage, strata }) => {
    const { page } = strata;
    const shell = new Shell(page);
    const image = new ImagePage(page);
    const build = new BuildPage(page);
    const compare = new ComparePage(page);
    const registries = new RegistriesPage(page);
    const push = new PushDialog(page);

    await shell.open('Settings');
    await page.getByRole('radio', { name: theme }).check();
    await expectNoViolation(page, 'Settings');

    await page.getByRole('button', { name: 'Copy report…' }).click();
    await expect(page.getByRole('region', { name: 'Text of the report' })).toContainText('started');
    await expectNoViolation(page, 'Report');
    await page.keyboard.press('Escape');

    await new EngineDialog(page).open();
    await page.getByRole('button', { name: /^Also looked at/ }).click();
    await expectNoViolation(page, 'Engines');
    await page.keyboard.press('Escape');

    await shell.open('Images');
    await expect(new ImagesPage(page).row('alpine:3.20')).toBeVisible();
    await expectNoViolation(page, 'Images');
    await new ImagesPage(page).setView({ 'Group by repository': true });
    await page.getByRole('button', { name: 'What the filter understands' }).click();
    await expectNoViolation(page, 'Images, grouped, with the filter explained');
    await page.keyboard.press('Escape');
    await new ImagesPage(page).setView({ 'Group by repository': false });
    await page.getByRole('button', { name: 'View' }).click();
    await new ImagesPage(page).filter.fill('larger:lots');
    await expectNoViolation(page, 'Images, View, a filter that is wrong');
    await page.keyboard.press('Escape');
    await new ImagesPage(page).row('alpine:3.20').click();
    await page.getByRole('button', { name: 'Remove…' }).click();
    await expectNoViolation(page, 'Images, what removing would do');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await new ImagesPage(page).filter.fill('nothing has this name');
    await expectNoViolation(page, 'Images, nothing found');

    await new ImagesPage(page).open('alpine:3.20');
    for (const tab of ['Layers', 'How it runs', 'Tags', 'Containers', 'Inspect'] as const) {
      await image.openTab(tab);
      await expectNoViolation(page, `Image, ${tab}`);
    }
    await image.openTab('Layers');
    const files = new FilesPanel(page);
    await files.read.click();
    await files.entry('etc').click();
    await expectNoViolation(page, 'Image, files');
    await files.filter.fill('group');
    await files.entry('group').dblclick();
    await expect(page.getByRole('region', { name: 'Content' })).toBeVisible({ timeout: 30_000 });
    await expectNoViolation(page, 'Image, one file');
    await page.keyboard.press('Escape');
    await image.openPush();
    await expect(push.dialog).toBeVisible();
    await expectNoViolation(page, 'Push');
    await push.close();
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await expect(compare.choices.first()).toBeVisible();
    await expectNoViolation(page, 'Compare with');
    await page.keyboard.press('Enter');
    await expect(compare.files).toBeVisible({ timeout: 30_000 });
    for (const tab of ['Files', 'Settings', 'Layers'] as const) {
      await compare.openTab(tab);
      await expectNoViolation(page, `Compare, ${tab}`);
    }
    await page.getByRole('button', { name: 'Back' }).click();

    await shell.open('Build');
    await expectNoViolation(page, 'Build, nothing chosen');
    await build.openFolder(await copyProject('failing-run'));
    await expect(build.build).toBeEnabled();
    await expectNoViolation(page, 'Build, ready');
    await build.build.click();
    await expect(build.alert).toBeVisible({ timeout: 60_000 });
    await expectNoViolation(page, 'Build, failed');

    await build.openFolder(await copyProject('hello-web'));
    await page.getByRole('button', { name: 'Add secret' }).click();
    await page.getByText('More options').click();
    await expectNoViolation(page, 'Build, all options');
    await page.getByRole('textbox', { name: 'Id of secret 1' }).fill('not an id');
    await expectNoViolation(page, 'Build, an option that is wrong');
    await page.getByRole('button', { name: 'Remove not an id' }).click();
    await build.build.click();
    await expect(page.getByRole('button', { name: 'Open image' })).toBeVisible({ timeout: 60_000 });
    for (const part of ['Timeline', 'Context', 'Cache forecast', 'History'])
      await page.getByRole('button', { name: new RegExp(`^${part}`) }).click();
    await page.getByText('As a table').first().click();
    await expectNoViolation(page, 'Build, everything unfolded');

    await shell.open('Registries');
    await expectNoViolation(page, 'Registries, no login');
    await registries.openLogin();
    await expectNoViolation(page, 'Log in');
    await registries.fillIn({
      registry: stage.registry.host,
      username: stage.account.username,
      password: 'wrong',
    });
    await expect(registries.alert).toBeVisible();
    await expectNoViolation(page, 'Log in, refused');
    await registries.fillIn({
      registry: stage.registry.host,
      ...stage.account,
      keep: 'Only until Strata quits',
    });
    await expect(registries.login(stage.registry.host)).toBeVisible();
    await expectNoViolation(page, 'Registries, logged in');
    await page.getByRole('button', { name: `Browse ${stage.registry.host}` }).click();
    await page.getByRole('textbox', { name: 'Repository' }).fill('team/none');
    await page.getByRole('button', { name: 'Show tags' }).click();
    await expect(page.getByRole('heading', { name: 'team/none' })).toBeVisible();
    await expectNoViolation(page, 'Browse');

    const disk = new DiskPage(page);
    await shell.open('Disk');
    await expect(disk.measured).toContainText('Measured', { timeout: 60_000 });
    await disk.rule('Older tags', true, { of: 'Tags to keep in each repository', is: '0' });
    await page.getByRole('textbox', { name: 'Days an image is unused' }).fill('many');
    await page.getByRole('button', { name: 'As a table' }).click();
    await expectNoViolation(page, 'Disk');
    await disk.review.click();
    await expect(disk.dialog).toBeVisible();
    await expectNoViolation(page, 'Disk, review');
    await disk.dialog.getByRole('button', { name: 'Keep all' }).click();

    await shell.openActivity();
    await expect(shell.jobs).toBeVisible();
    await expectNoViolation(page, 'Activity');
  });
}
