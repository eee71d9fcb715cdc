/** Windows side by side, each on an engine of its own. */
import { expect, type Page } from '@playwright/test';
import { delimiter, join } from 'node:path';
import { startEngine, type TestEngine } from '../support/engine.js';
import { relay, type Relay } from '../support/relay.js';
import { startSshServer } from '../support/ssh-server.js';
import type { RunningStrata } from '../support/strata.js';
import { BuildPage } from './pages/build-page.js';
import { EngineDialog } from './pages/engine-dialog.js';
import { ImagesPage } from './pages/images-page.js';
import { Shell } from './pages/shell.js';
import { configWith, copyProject, emptyFolder, test as base } from './test.js';

/** A second engine, beside the stage's, and the contexts `here` and `far` that lead to both. */
type Far = {
  readonly engine: TestEngine;
  /** The way that `far` takes. */
  readonly way: Relay;
  readonly options: { readonly dockerHost: string; readonly env: Readonly<Record<string, string>> };
};

const test = base.extend<{ far: Far }>({
  far: async ({ stage }, use) => {
    const engine = await startEngine({ mirror: stage.mirror });
    const socket = join(await emptyFolder(), 'far.sock');
    const way = await relay(socket, engine.socketPath);
    const config = await configWith({ here: stage.engine.host, far: `unix://${socket}` });
    await engine.docker(['pull', 'alpine:3.20']);
    await use({ engine, way, options: { dockerHost: '', env: { DOCKER_CONFIG: config } } });
    way.close();
    await engine.stop();
  },
});

async function choose(page: Page, name: string): Promise<void> {
  const engines = new EngineDialog(page);
  await engines.open();
  await engines.use(name);
  await expect(engines.place(name)).toContainText('in use');
  await page.keyboard.press('Escape');
  await expect(engines.dialog).toBeHidden();
  await expect(new Shell(page).engine).toContainText(name);
}

async function openSecond({ app, page }: RunningStrata): Promise<Page> {
  const [second] = await Promise.all([app.waitForEvent('window'), page.keyboard.press('Control+Shift+n')]);
  await expect(new ImagesPage(second).heading).toBeVisible();
  return second;
}

async function closeSecond({ app }: RunningStrata, second: Page): Promise<void> {
  const closed = second.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows())
      if (window.webContents.getURL().endsWith('window=2')) window.close();
  });
  await closed;
}

const titlesOf = async ({ app }: RunningStrata): Promise<readonly string[]> =>
  (
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.getTitle()))
  ).sort();

test('each window lists the images of its own engine as they change, and comes back with it', async ({
  stage,
  launch,
  far,
}) => {
  const strata = await launch(far.options);
  const { page } = strata;
  await choose(page, 'here');
  const second = await openSecond(strata);
  await expect(new Shell(second).engine).toContainText('here');
  expect(await titlesOf(strata)).toEqual(['Images – Strata', 'Images – Strata']);
  await choose(second, 'far');
  await expect(new Shell(page).engine).toContainText('here');
  await expect.poll(() => titlesOf(strata)).toEqual(['Images – Strata (far)', 'Images – Strata (here)']);

  const [ofHere, ofFar] = [new ImagesPage(page), new ImagesPage(second)];
  await expect(ofHere.row('busybox:1.36')).toBeVisible();
  await expect(ofFar.row('alpine:3.20')).toBeVisible();
  await expect(ofFar.row('busybox:1.36')).toHaveCount(0);
  await stage.engine.docker(['tag', 'alpine:3.20', 'only-here:1']);
  await expect(ofHere.row('only-here:1')).toBeVisible();
  await far.engine.docker(['tag', 'alpine:3.20', 'only-far:1']);
  await expect(ofFar.row('only-far:1')).toBeVisible();
  // By then each window would have heard of the other's.
  await stage.engine.docker(['tag', 'alpine:3.20', 'only-here:2']);
  await expect(ofHere.row('only-here:2')).toBeVisible();
  await expect(ofHere.row('only-far:1')).toHaveCount(0);
  await expect(ofFar.row('only-here:1')).toHaveCount(0);
  await strata.quit();

  const again = await launch({ ...far.options, home: strata.home });
  await expect.poll(() => again.app.windows().length).toBe(2);
  const [one, other] = ['window=1', 'window=2'].map((end) =>
    again.app.windows().find((each) => each.url().endsWith(end)),
  );
  await expect(new Shell(one!).engine).toContainText('here');
  await expect(new Shell(other!).engine).toContainText('far');
  await expect(new ImagesPage(one!).row('only-here:1')).toBeVisible();
  await expect(new ImagesPage(other!).row('only-far:1')).toBeVisible();

  // The window that was closed before the others doesn't come back, and nothing of it stays with its engine.
  expect(far.way.connections()).toBeGreaterThan(0);
  await closeSecond(again, other!);
  await expect.poll(() => far.way.connections(), { timeout: 20_000 }).toBe(0);
  await expect.poll(() => titlesOf(again)).toEqual(['Images – Strata']);
  await again.quit();
  const last = await launch({ ...far.options, home: strata.home });
  await expect(new ImagesPage(last.page).row('only-here:1')).toBeVisible();
  expect(last.app.windows()).toHaveLength(1);
  await stage.engine.docker(['rmi', 'only-here:1', 'only-here:2']);
});

test('work goes on at its engine, wherever windows look meanwhile, and after its window has gone', async ({
  launch,
  far,
}) => {
  const strata = await launch(far.options);
  const { page } = strata;
  await choose(page, 'here');
  const second = await openSecond(strata);
  await choose(second, 'far');
  await new Shell(page).open('Build');
  const build = new BuildPage(page);
  await build.buildSlowly(await copyProject('slow-run'));

  await choose(second, 'here');
  await choose(second, 'far');
  const shell = new Shell(second);
  await shell.openActivity();
  const job = shell.jobs.getByRole('listitem');
  await expect(job).toContainText('on here');
  await second.keyboard.press('Escape');
  // The very window that it was started from, too.
  await choose(page, 'far');
  await expect(build.step(/RUN /)).toHaveAttribute('data-state', 'running');
  await shell.openActivity();
  await second.getByRole('button', { name: /^Cancel / }).click();
  await expect(job).toHaveAttribute('data-state', 'cancelled', { timeout: 30_000 });
  await expect(build.step(/RUN /)).toHaveAttribute('data-state', 'cancelled');
  await second.keyboard.press('Escape');

  await choose(page, 'here');
  await new Shell(second).open('Build');
  const builtFar = new BuildPage(second);
  await builtFar.buildSlowly(await copyProject('slow-run'));
  await strata.answerWith('Stay');
  await closeSecond(strata, second);
  expect(await strata.questions()).toEqual([]);
  await new Shell(page).openActivity();
  const running = new Shell(page).jobs.getByRole('listitem').filter({ hasText: 'on far' });
  await expect(running).toHaveAttribute('data-state', 'running');
  expect(far.way.connections()).toBeGreaterThan(0);
  await running.getByRole('button', { name: /^Cancel / }).click();
  await expect(running).toHaveAttribute('data-state', 'cancelled', { timeout: 30_000 });
  await expect.poll(() => far.way.connections(), { timeout: 20_000 }).toBe(0);
});

test('an engine that hangs keeps no window from another', async ({ stage, launch, far }) => {
  const strata = await launch(far.options);
  const { page } = strata;
  await choose(page, 'here');
  const second = await openSecond(strata);
  await choose(second, 'far');
  await expect(new ImagesPage(second).row('alpine:3.20')).toBeVisible();
  far.engine.freeze();
  try {
    await new ImagesPage(second).row('alpine:3.20').dblclick();
    await expect(second.getByRole('heading', { name: 'alpine:3.20' })).toBeVisible();
    const images = new ImagesPage(page);
    await stage.engine.docker(['tag', 'alpine:3.20', 'meanwhile:1']);
    await expect(images.row('meanwhile:1')).toBeVisible();
    await images.open('meanwhile:1');
    await expect(page.getByRole('list', { name: 'Layers' })).toBeVisible();
    await new Shell(page).open('Build');
    const build = new BuildPage(page);
    await build.openFolder(await copyProject('hello-web'));
    await build.imageName.fill('meanwhile:2');
    await build.build.click();
    await expect(page.getByRole('button', { name: 'Open image' })).toBeVisible({ timeout: 60_000 });
    // And it is left like any other.
    await choose(second, 'here');
    await expect(new ImagesPage(second).row('meanwhile:1')).toBeVisible();
  } finally {
    far.engine.thaw();
  }
  await expect.poll(() => far.way.connections(), { timeout: 20_000 }).toBe(0);
  await stage.engine.docker(['rmi', '--force', 'meanwhile:1', 'meanwhile:2']);
});

test('a window on an engine over ssh leaves no connection behind', async ({ stage, launch, far }) => {
  const server = await startSshServer(far.engine.host);
  try {
    const config = await configWith({ here: stage.engine.host, remote: `ssh://${server.address}` });
    const strata = await launch({
      dockerHost: '',
      env: { DOCKER_CONFIG: config, PATH: `${server.programs}${delimiter}${process.env.PATH}` },
    });
    await choose(strata.page, 'here');
    const second = await openSecond(strata);
    await choose(second, 'remote');
    await far.engine.docker(['tag', 'alpine:3.20', 'remote:1']);
    await expect(new ImagesPage(second).row('remote:1')).toBeVisible();
    await expect(new ImagesPage(strata.page).row('remote:1')).toHaveCount(0);
    expect(await server.connections()).toBeGreaterThan(0);
    await closeSecond(strata, second);
    await expect.poll(() => server.connections(), { timeout: 20_000 }).toBe(0);
    await expect(new ImagesPage(strata.page).row('busybox:1.36')).toBeVisible();
  } finally {
    await server.stop();
  }
});
