/** Where the keyboard is can be seen on every screen, comes back from every dialog, and goes through lists by arrows. */
import { expect } from '@playwright/test';
import { ImagePage } from './pages/image-page.js';
import { ImagesPage } from './pages/images-page.js';
import { Keyboard } from './pages/keyboard.js';
import { RegistriesPage } from './pages/registries-page.js';
import { Shell } from './pages/shell.js';
import { test } from './test.js';

test('the focus is seen at every stop of every screen', async ({ strata }) => {
  const { page } = strata;
  const keyboard = new Keyboard(page);
  const shell = new Shell(page);
  for (const screen of ['Images', 'Build', 'Registries', 'Disk', 'Settings'] as const) {
    await shell.open(screen);
    await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible();
    // The navigation, activity and the engine are there on each.
    expect(await keyboard.tabThrough(), screen).toBeGreaterThan(6);
    await page.evaluate(() =>
      document.querySelectorAll('[data-seen]').forEach((element) => element.removeAttribute('data-seen')),
    );
  }
});

test('the focus comes back from dialogs', async ({ strata }) => {
  const { page } = strata;
  const images = new ImagesPage(page);
  await expect(images.row('alpine:3.20')).toBeVisible();
  const dialog = page.getByRole('dialog');
  const returns = async (button: string): Promise<void> => {
    const opener = page.getByRole('button', { name: button, exact: true }).first();
    await opener.focus();
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    await expect(opener).not.toBeFocused();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await expect(opener, button).toBeFocused();
  };
  await returns('Pull');
  await images.open('alpine:3.20');
  await expect(new ImagePage(page).heading('alpine:3.20')).toBeVisible();
  for (const button of ['Push', 'Compare', 'Add tag', 'Save archive', 'Remove']) await returns(button);
  await new Shell(page).open('Registries');
  await returns('Log in');
});

test('jobs and logins are gone through by arrow keys, and a job that is dismissed leaves the focus beside it', async ({
  stage,
  strata,
}) => {
  const { page } = strata;
  const shell = new Shell(page);
  const registries = new RegistriesPage(page);
  for (const registry of [stage.registry.host, stage.registry.host.replace('127.0.0.1', 'localhost')]) {
    await shell.open('Registries');
    await registries.openLogin();
    await registries.fillIn({ registry, ...stage.account, keep: 'Only until Strata quits' });
    await expect(registries.login(registry)).toBeVisible();
  }
  const outs = page.getByRole('list', { name: 'Logins' }).getByRole('button', { name: /^Log out/ });
  await outs.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(outs.nth(1)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(outs.first()).toBeFocused();

  await shell.open('Disk');
  const measured = page.getByRole('status', { name: 'Measured' });
  await expect(measured).toContainText('Measured', { timeout: 60_000 });
  await page.getByRole('button', { name: 'Measure again' }).click();
  const voice = page.getByRole('status', { name: 'Latest work' });
  await expect(voice).toContainText('Done', { timeout: 60_000 });
  await shell.openActivity();
  const rows = shell.jobs.getByRole('listitem');
  const dismiss = shell.jobs.getByRole('button', { name: /^Dismiss/ });
  await expect(dismiss).toHaveCount(2);
  await dismiss.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(dismiss.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(1);
  await expect(dismiss).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(0);
  await expect(page.getByLabel('Activity', { exact: true })).toBeFocused();
});
