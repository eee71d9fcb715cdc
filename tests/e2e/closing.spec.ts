/** Closing the window, and being ended by the system, while a build runs. */
import { expect } from '@playwright/test';
import { readdir, readFile } from 'node:fs/promises';
import { BuildHistoryPart } from './pages/build-history.js';
import { BuildPage } from './pages/build-page.js';
import { Shell } from './pages/shell.js';
import { copyProject, emptyFolder, test } from './test.js';

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

test('quitting several windows during a build asks once, before any of them closes', async ({ strata }) => {
  const { app, page } = strata;
  await new Shell(page).open('Build');
  const build = new BuildPage(page);
  await build.buildSlowly(await copyProject('slow-run'));
  await page.keyboard.press('Control+Shift+N');
  const windows = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  await expect.poll(windows).toBe(2);

  await strata.answerWith('Stay');
  await app.evaluate(({ app: electron }) => electron.quit());
  await expect.poll(() => strata.questions()).toEqual([expect.stringContaining('still running')]);
  expect(await windows()).toBe(2);
  await expect(build.step(/RUN /)).toHaveAttribute('data-state', 'running');

  await strata.answerWith('Cancel and close');
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await app.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined);
  await ended;
});

test('closing the window when nothing runs asks nothing', async ({ strata }) => {
  const { app } = strata;
  await strata.answerWith('Stay');
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined);
  await ended;
});

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  test(`${signal} asks nothing: the build is ended in the engine, and its record says so`, async ({
    launch,
  }) => {
    const home = await emptyFolder();
    const project = await copyProject('slow-run');
    const strata = await launch({ home });
    const { app, page } = strata;
    await new Shell(page).open('Build');
    await new BuildPage(page).buildSlowly(project);
    await expect.poll(() => sleepers(300)).toHaveLength(1);

    // Also where the question stands on screen, and is not answered.
    if (signal === 'SIGTERM')
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    else await strata.answerWith('Stay');
    const ended = new Promise<number | null>((resolve) => app.process().once('exit', resolve));
    app.process().kill(signal);
    expect(await ended).toBe(0);
    await expect.poll(() => sleepers(300)).toEqual([]);

    const later = await launch({ home });
    await new Shell(later.page).open('Build');
    await new BuildPage(later.page).openFolder(project);
    await expect(new BuildHistoryPart(later.page).builds.first()).toContainText('Interrupted');
  });
}

test('the end of a session asks nothing in any window', async ({ launch }) => {
  const strata = await launch({ home: await emptyFolder() });
  const { app, page } = strata;
  await new Shell(page).open('Build');
  await new BuildPage(page).buildSlowly(await copyProject('slow-run'));
  await expect.poll(() => sleepers(300)).toHaveLength(1);
  const other = app.waitForEvent('window');
  await page.keyboard.press('Control+Shift+N');
  await other;

  await strata.answerWith('Stay');
  const ended = new Promise<number | null>((resolve) => app.process().once('exit', resolve));
  // Windows tells it to every window; no other system does.
  await app
    .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().at(-1)?.emit('session-end'))
    .catch(() => undefined);
  expect(await ended).toBe(0);
  await expect.poll(() => sleepers(300)).toEqual([]);
});

/** The processes that sleep for so many seconds: a step of a build is a process of this machine. */
async function sleepers(seconds: number): Promise<readonly string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return lines.filter((line) => line === `sleep\0${seconds}\0`);
}
