/** What a person keeps when the window's page dies or hangs. */
import { expect } from '@playwright/test';
import { BuildPage } from './pages/build-page.js';
import { Shell } from './pages/shell.js';
import { copyProject, test } from './test.js';

test('a crashed page is said and loaded again, and what ran goes on and is watched again', async ({
  strata,
}) => {
  const { app, page } = strata;
  await new Shell(page).open('Build');
  const build = new BuildPage(page);
  await build.buildSlowly(await copyProject('slow-run'));

  await strata.answerWith('Reload');
  await app.evaluate(
    ({ webContents }) =>
      new Promise((resolve) => {
        const [contents] = webContents.getAllWebContents();
        contents?.once('did-finish-load', () => resolve(null));
        contents?.forcefullyCrashRenderer();
      }),
  );
  expect(await strata.questions()).toEqual([expect.stringContaining('has crashed')]);
  // Asked through main: Playwright takes a page that crashed for gone.
  const activity = (): Promise<string> =>
    app.evaluate(
      ({ webContents }) =>
        webContents
          .getAllWebContents()[0]!
          .executeJavaScript(
            `[...document.querySelectorAll('button')].map((button) => button.getAttribute('aria-label') ?? button.textContent).find((name) => name.includes('Activity')) ?? ''`,
          ) as Promise<string>,
    );
  await expect.poll(activity).toContain('1');
});

test('a page that hangs is asked about once, and loaded again', async ({ strata }) => {
  const { app } = strata;
  await strata.answerWith('Reload');
  // Chromium takes half a minute to call a page hung; what it then says is said here at once.
  await app.evaluate(
    ({ BrowserWindow }) =>
      new Promise((resolve) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.webContents.once('did-finish-load', () => resolve(null));
        window?.emit('unresponsive');
      }),
  );
  expect(await strata.questions()).toEqual([expect.stringContaining('does not respond')]);
});
