/** What the desktop around the window sees of Strata: its menu bar, its notifications, and where its window stands. */
import type * as Electron from 'electron';
import { expect } from '@playwright/test';
import { BuildPage } from './pages/build-page.js';
import { ImagesPage } from './pages/images-page.js';
import { Shell } from './pages/shell.js';
import { copyProject, test } from './test.js';

type Told = { told: { notification: Electron.Notification; words: string }[] };

test('a build that ends while the window is not in front is told of, and a click leads to it', async ({
  strata,
}) => {
  const { app, page } = strata;
  const shell = new Shell(page);
  await app.evaluate(({ Notification }) => {
    const told: Told['told'] = [];
    (globalThis as unknown as Told).told = told;
    Notification.isSupported = () => true;
    Notification.prototype.show = function (this: Electron.Notification) {
      told.push({ notification: this, words: `${this.title}: ${this.body}` });
    };
  });
  const words = () => app.evaluate(() => (globalThis as unknown as Told).told.map((notice) => notice.words));

  await shell.open('Build');
  const build = new BuildPage(page);
  await build.openFolder(await copyProject('hello-web'));
  await build.imageName.fill('told:1.0');
  await expect(build.build).toBeEnabled();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  await build.build.evaluate((button: HTMLButtonElement) => button.click());
  await expect.poll(words, { timeout: 60_000 }).toEqual([expect.stringMatching(/^Done: .*told:1\.0/)]);

  await page.evaluate(() => document.querySelector<HTMLElement>('a[href="#settings"]')?.click());
  await app.evaluate(() => (globalThis as unknown as Told).told[0]?.notification.emit('click'));
  await expect(page.getByRole('button', { name: 'Open image' })).toBeVisible();
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(true);

  // Whoever doesn't want to hear of it doesn't.
  await shell.open('Settings');
  await page.getByRole('checkbox', { name: /^Say when a build/ }).uncheck();
  await shell.open('Build');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  await page
    .getByRole('button', { name: 'Build again' })
    .evaluate((button: HTMLButtonElement) => button.click());
  await expect(build.cancel).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Open image' })).toBeAttached({ timeout: 60_000 });
  expect(await words()).toHaveLength(1);
});

test('the menu bar does what the screen can do, and greys what it cannot', async ({ strata }) => {
  const { app, page } = strata;
  await expect(new ImagesPage(page).row('alpine:3.20')).toBeVisible();
  const isEnabled = (id: string): Promise<boolean | undefined> =>
    app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.enabled, id);
  await expect.poll(() => isEnabled('pull')).toBe(true);
  expect(await isEnabled('push')).toBe(false);

  await new ImagesPage(page).open('alpine:3.20');
  await expect.poll(() => isEnabled('push')).toBe(true);
  await app.evaluate(({ Menu }) => void Menu.getApplicationMenu()?.getMenuItemById('push')?.click());
  await expect(page.getByRole('dialog', { name: 'Push' })).toBeVisible();
});

test('the window opens again where it was, as large as it was', async ({ strata, launch }) => {
  const area = { x: 60, y: 40, width: 900, height: 640 };
  await strata.app.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(bounds);
  }, area);
  const boundsOf = ({ app }: typeof strata) =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  await expect.poll(() => boundsOf(strata)).toEqual(area);
  await strata.quit();

  const again = await launch({ home: strata.home });
  await expect.poll(() => boundsOf(again)).toEqual(area);
});

test('several windows stand at places of their own, and show the same jobs', async ({ strata }) => {
  const { app, page } = strata;
  await expect(new ImagesPage(page).row('alpine:3.20')).toBeVisible();
  const [second] = await Promise.all([app.waitForEvent('window'), page.keyboard.press('Control+Shift+n')]);
  await new Shell(second).open('Build');
  const build = new BuildPage(second);
  await build.openFolder(await copyProject('slow-run'));
  await build.build.click();
  await expect(build.step(/RUN /)).toHaveAttribute('data-state', 'running', { timeout: 60_000 });

  await expect(page.getByRole('heading', { name: 'Images' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Activity/ })).toContainText(/1\s*running/);

  // The job goes on in the other window; nobody has to be asked.
  await strata.answerWith('Stay');
  const closed = second.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows())
      if (window.webContents.getURL().endsWith('window=2')) window.close();
  });
  await closed;
  expect(await strata.questions()).toEqual([]);
  const shell = new Shell(page);
  await shell.openActivity();
  await page.getByRole('button', { name: /^Cancel / }).click();
  await expect(shell.jobs.getByRole('listitem')).toHaveAttribute('data-state', 'cancelled', {
    timeout: 30_000,
  });
});
