/** Strata replaces itself: found, refused, downloaded, and installed as an AppImage is, by way of a question about what runs. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeUpdateKey, startUpdateFeed, type UpdateFeed } from '../support/update-feed.js';
import { BuildPage } from './pages/build-page.js';
import { Shell } from './pages/shell.js';
import { UpdatePart } from './pages/update-part.js';
import { installed } from './installed.js';
import { copyProject, setWindowSize, test } from './test.js';

const NEW = 'Strata-0.2.0.AppImage';

let feed: UpdateFeed;
test.beforeEach(async () => {
  feed = await startUpdateFeed();
});
test.afterEach(() => feed.stop());

/** A program that says that it ran. */
const program = (marker: string): Buffer =>
  Buffer.from(`#!/bin/sh\necho "$APPIMAGE_SILENT_INSTALL" > '${marker}'\nexit 0\n${'#'.repeat(400_000)}\n`);

async function show(page: Page, name: string): Promise<void> {
  await page.getByRole('region', { name: 'Updates' }).scrollIntoViewIfNeeded();
  for (const theme of ['Light', 'Dark']) {
    await page.getByRole('radio', { name: theme }).check();
    await expect(page.getByRole('radio', { name: theme })).toBeChecked();
    await page.getByRole('region', { name: 'Updates' }).scrollIntoViewIfNeeded();
    await page.screenshot({ path: test.info().outputPath(`${name}-${theme.toLowerCase()}.png`) });
  }
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
}

test('a newer version is found, downloaded as a job, and installed once the user lets go of what runs', async ({
  launch,
}) => {
  const { image, ...options } = await installed(feed);
  const marker = join(dirname(image), 'ran');
  const strata = await launch(options);
  const { page } = strata;
  await setWindowSize(strata, 1280, 900);
  const shell = new Shell(page);
  const update = new UpdatePart(page);
  await shell.open('Settings');

  feed.offer('latest-linux.yml', {
    version: '0.1.0',
    packages: { 'Strata-0.1.0.AppImage': Buffer.from('x') },
  });
  await update.look.click();
  await expect(update.status).toContainText('It is the newest, released on March 5, 2026.');
  await show(page, 'current');

  const content = program(marker);
  const releaseNotes = `Push to several registries at once.\n<img src=x onerror=alert(1)> stays text.\n${'A long line. '.repeat(40)}`;
  feed.offer('latest-linux.yml', { version: '0.2.0', packages: { [NEW]: content }, releaseNotes });
  let goOn = (): void => undefined;
  feed.answer(NEW, (_request, response) => {
    response.writeHead(200, { 'content-length': content.length });
    response.write(content.subarray(0, 150_000));
    goOn = () => response.end(content.subarray(150_000));
  });
  await update.look.click();
  await expect(update.status).toContainText('Strata 0.2.0 is there, released on March 5, 2026, 400 kB.');
  await expect(update.region).toContainText('<img src=x onerror=alert(1)> stays text.');
  await show(page, 'found');

  await update.download.click();
  await expect(update.region).toContainText('150 kB of 400 kB');
  await show(page, 'downloading');
  await update.cancel.click();
  await expect(update.download).toBeVisible();
  await update.download.click();
  await expect(update.region).toContainText('150 kB of 400 kB');
  await shell.openActivity();
  await expect(shell.jobs.getByRole('listitem').first()).toContainText(/Download Strata 0\.2\.0\s+Running/);
  await page.keyboard.press('Escape');
  goOn();
  await expect(update.status).toContainText('Strata 0.2.0 is downloaded and waits for a restart');
  await show(page, 'ready');

  await shell.open('Build');
  const build = new BuildPage(page);
  await build.buildSlowly(await copyProject('slow-run'));
  await shell.open('Settings');
  await strata.answerWith('Stay');
  await update.restart.click();
  await expect.poll(() => strata.questions()).toEqual([expect.stringContaining('still running')]);
  expect(await readFile(image, 'utf8')).toBe('the old one');

  await strata.answerWith('Cancel and close');
  const ended = new Promise((resolve) => strata.app.process().once('exit', resolve));
  await update.restart.click();
  await ended;
  expect(await readFile(image)).toEqual(content);
  await expect.poll(() => existsSync(marker)).toBe(true);
});

test('who stays after “Restart and update” gets no update by quitting later', async ({ launch, stage }) => {
  const { image, ...options } = await installed(feed);
  feed.offer('latest-linux.yml', { version: '0.2.0', packages: { [NEW]: program('/dev/null') } });
  const strata = await launch({ ...options, dockerHost: stage.engine.host });
  const { page } = strata;
  const shell = new Shell(page);
  const update = new UpdatePart(page);
  await shell.open('Settings');
  await update.look.click();
  await update.download.click();
  await expect(update.restart).toBeVisible();
  await shell.open('Build');
  await new BuildPage(page).buildSlowly(await copyProject('slow-run'));
  await shell.open('Settings');
  await strata.answerWith('Stay');
  await update.restart.click();
  await expect.poll(() => strata.questions()).toEqual([expect.stringContaining('still running')]);
  await strata.quit();
  expect(await readFile(image, 'utf8')).toBe('the old one');
});

test('what is not signed by the project is refused, and a beta never goes back to an older stable', async ({
  launch,
}) => {
  const { image: _image, ...options } = await installed(feed, '0.2.0-beta.1');
  const strata = await launch(options);
  const { page } = strata;
  await setWindowSize(strata, 1280, 900);
  const update = new UpdatePart(page);
  await new Shell(page).open('Settings');
  await expect(update.region).toContainText('This is Strata 0.2.0-beta.1.');

  const packages = { [NEW]: Buffer.from('x') };
  feed.offer('latest-linux.yml', { version: '0.3.0', packages, signedBy: makeUpdateKey().privateKey });
  await update.look.click();
  await expect(update.alert).toContainText('The update is refused');
  await expect(update.alert).toContainText('Nothing was downloaded or changed.');
  await expect(update.download).toBeHidden();
  await show(page, 'refused');

  feed.offer('beta-linux.yml', { version: '0.2.0-beta.2', packages });
  await update.channel.selectOption('Beta');
  await expect(update.status).toContainText('Strata 0.2.0-beta.2 is there');
  feed.offer('latest-linux.yml', { version: '0.1.0', packages });
  await update.channel.selectOption('Stable');
  await expect(update.status).toContainText('Stable is at 0.1.0, which is older than this 0.2.0-beta.1.');
  await expect(update.download).toBeHidden();
  await show(page, 'ahead');
});

test('Strata looks by itself after a start, sends nothing but the request, and not without a feed', async ({
  launch,
}) => {
  const { image: _image, ...options } = await installed(feed);
  feed.offer('latest-linux.yml', { version: '0.2.0', packages: { [NEW]: Buffer.from('x') } });
  const strata = await launch(options);
  const update = new UpdatePart(strata.page);
  await new Shell(strata.page).open('Settings');
  await expect(update.status).toContainText('Strata 0.2.0 is there', { timeout: 30_000 });
  expect(feed.asked.map(({ path }) => path)).toEqual(['latest-linux.yml', 'latest-linux.yml.sig']);
  for (const { headers } of feed.asked) {
    expect(headers['user-agent']).toBe('Strata');
    expect(headers).not.toHaveProperty('cookie');
  }

  const without = await launch();
  await new Shell(without.page).open('Settings');
  const region = new UpdatePart(without.page).region;
  await expect(region).toContainText('doesn’t update itself');
  await expect(region.getByRole('button')).toHaveCount(0);
  await setWindowSize(without, 1280, 900);
  await show(without.page, 'cannot');
});
