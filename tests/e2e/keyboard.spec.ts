/** The whole main job, and the command palette, by keyboard alone. */
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { BuildPage } from './pages/build-page.js';
import { ImagePage } from './pages/image-page.js';
import { ImagesPage } from './pages/images-page.js';
import { Keyboard } from './pages/keyboard.js';
import { PushDialog } from './pages/push-dialog.js';
import { RegistriesPage } from './pages/registries-page.js';
import { copyProject, test } from './test.js';

test('the whole main job is done by keyboard alone, with the focus seen at every stop', async ({
  stage,
  strata,
}) => {
  const { page } = strata;
  const keyboard = new Keyboard(page);
  const registry = stage.registry.host;
  const { username, password } = stage.account;
  const folder = await copyProject('hello-web');

  // Build: a folder by typing, a name, and the button.
  await keyboard.press('Control+2');
  const build = new BuildPage(page);
  await keyboard.tabTo(build.folder);
  await keyboard.type(folder);
  await keyboard.press('Enter');
  await keyboard.tabTo(build.imageName);
  await keyboard.press('Control+a');
  await keyboard.type('hello-keys:1.0');
  await keyboard.tabTo(build.build);
  await keyboard.press('Enter');
  const openImage = page.getByRole('button', { name: 'Open image' });
  await openImage.waitFor({ timeout: 60_000 });
  await keyboard.tabTo(openImage);
  await keyboard.press('Enter');

  // Look: the tabs by arrows, and back to the layers.
  const image = new ImagePage(page);
  await expect(image.heading('hello-keys:1.0')).toBeVisible();
  await keyboard.tabTo(page.getByRole('tab', { name: 'Layers', exact: true }));
  await keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'How it runs' })).toHaveAttribute('aria-selected', 'true');

  // Tag: the focus comes back to the button that asked.
  const destination = `${registry}/team/hello-keys:1.0`;
  const addTag = page.getByRole('button', { name: 'Add tag', exact: true }).first();
  await keyboard.tabTo(addTag, 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Add tag' }).getByRole('textbox')).toBeFocused();
  await keyboard.type(destination);
  await keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Add tag' }).waitFor({ state: 'hidden' });
  await expect(addTag).toBeFocused();

  // Log in.
  await keyboard.choose('log in', /^Log in to a registry/);
  const registries = new RegistriesPage(page);
  const field = registries.dialog
    .getByRole('textbox', { name: 'Registry' })
    .or(registries.dialog.getByRole('combobox', { name: 'Registry' }));
  await expect(field).toBeFocused();
  await keyboard.type(registry);
  await keyboard.tabTo(registries.dialog.getByRole('textbox', { name: 'Username' }));
  await keyboard.type(username);
  await keyboard.tabTo(registries.dialog.getByLabel('Password or token'));
  await page.keyboard.insertText(password);
  await keyboard.press('Enter');
  await expect(registries.login(registry)).toContainText(username);

  // Push.
  await keyboard.choose('hello-keys team', `${destination} Image`);
  await expect(image.heading(destination)).toBeVisible();
  await keyboard.press('Control+u');
  const push = new PushDialog(page);
  await expect(push.destination).toHaveValue(destination);
  await keyboard.tabTo(push.push);
  await keyboard.press('Enter');
  await push.digest();
  await keyboard.press('Escape');
  await push.dialog.waitFor({ state: 'hidden' });
  await stage.pullWithCli(destination);

  // Log out.
  await keyboard.press('Control+3');
  await keyboard.tabTo(registries.login(registry).getByRole('button', { name: /^Log out/ }));
  await keyboard.press('Enter');
  await expect(registries.login(registry)).toHaveCount(0);
});

test('the command palette answers from any screen, remembers what was used, and is fit for everybody', async ({
  strata,
  launch,
}) => {
  const { page } = strata;
  const keyboard = new Keyboard(page);
  await expect(new ImagesPage(page).row('alpine:3.20')).toBeVisible();
  await keyboard.choose('settings', /^Go to Settings/);
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();

  for (const theme of ['light', 'dark']) {
    if (theme === 'dark') await keyboard.choose('theme dark', /^Theme: dark/);
    await keyboard.press('Control+k');
    await expect(keyboard.palette.getByRole('option').first()).toBeVisible();
    const looked = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(looked.violations.map(({ id }) => id)).toEqual([]);
    await keyboard.press('Control+k');
    await keyboard.palette.waitFor({ state: 'hidden' });
    await keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(keys).toContainText('Ctrl+K');
    const keysLooked = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(keysLooked.violations.map(({ id }) => id)).toEqual([]);
    await keyboard.press('Escape');
    await keys.waitFor({ state: 'hidden' });
  }

  await keyboard.choose('alp320', /^alpine:3\.20/);
  await expect(new ImagePage(page).heading('alpine:3.20')).toBeVisible();
  await strata.quit();

  const again = await launch({ home: strata.home });
  const after = new Keyboard(again.page);
  await expect(new ImagesPage(again.page).row('alpine:3.20')).toBeVisible();
  await after.press('Control+k');
  await expect(after.palette.getByRole('option').first()).toHaveAccessibleName(/^alpine:3\.20/);
});
