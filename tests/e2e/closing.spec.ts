/** Closing the window while a build runs. */
import { expect } from '@playwright/test';
import { BuildPage } from './pages/build-page.js';
import { Shell } from './pages/shell.js';
import { copyProject, test } from './test.js';

test('closing the window during a build asks, and goes or stays as it is told', async ({ strata }) => {
  const { app, page } = strata;
  await new Shell(page).open('Build');
  const build = new BuildPage(page);
  await build.buildSlowly(await copyProject('slow-run'));

  await strata.answerWith('Stay');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => strata.questions()).toEqual([expect.stringContaining('still running')]);
  await expect(build.step(/RUN /)).toHaveAttribute('data-state', 'running');

  await strata.answerWith('Cancel and close');
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined);
  await ended;
});

test('closing the window when nothing runs asks nothing', async ({ strata }) => {
  const { app } = strata;
  await strata.answerWith('Stay');
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined);
  await ended;
});
