/** A disk that failed: every file that Strata keeps is damaged, and it starts, says so and loses none of what is left of them. */
import { expect } from '@playwright/test';
import { existsSync } from 'node:fs';
import { readdir, readFile, truncate } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { BuildHistoryPart } from './pages/build-history.js';
import { BuildPage } from './pages/build-page.js';
import { FilesPanel } from './pages/files-panel.js';
import { ImagesPage } from './pages/images-page.js';
import { Shell } from './pages/shell.js';
import { copyProject, emptyFolder, test } from './test.js';

/** Chromium’s own, and the log, which no start reads. */
const NOT_KEPT = ['profile', 'logs', 'crashes'];

/** Cuts every file below `home` in its middle. Gives their names. */
async function damageAll(home: string): Promise<readonly string[]> {
  const entries = await readdir(home, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !NOT_KEPT.some((name) => file.startsWith(join(home, name))));
  for (const file of files) await truncate(file, Math.ceil((await readFile(file)).length / 2));
  return files.map((file) => basename(file));
}

test('with every file damaged Strata starts, says which were set aside, and goes on', async ({ launch }) => {
  const home = await emptyFolder();
  const project = await copyProject('notes-node');
  const before = await launch({ home });
  await new ImagesPage(before.page).open('debian:stretch-slim');
  const files = new FilesPanel(before.page);
  await files.read.click();
  await expect(files.entry('bin')).toBeVisible({ timeout: 30_000 });
  await new Shell(before.page).open('Settings');
  await before.page.getByRole('radio', { name: 'Dark' }).check();
  await new Shell(before.page).open('Build');
  const built = new BuildPage(before.page);
  await built.openFolder(project);
  await built.build.click();
  await expect(before.page.getByRole('button', { name: 'Build again' })).toBeVisible({ timeout: 60_000 });
  await before.quit();
  const damaged = await damageAll(home);
  expect(damaged).toEqual(
    expect.arrayContaining(['settings.json', 'projects.json', 'build.json', 'moves.ndjson', 'window.json']),
  );

  const { page } = await launch({ home });
  const notice = page.getByRole('region', { name: 'Damaged files' });
  await expect(notice).toContainText('Settings. The defaults are in use.');
  await expect(new ImagesPage(page).row('alpine:3.20')).toBeVisible();
  await new ImagesPage(page).open('debian:stretch-slim');
  const anew = new FilesPanel(page);
  await expect(anew.entry('bin')).toBeVisible({ timeout: 30_000 });
  await new Shell(page).open('Build');
  const build = new BuildPage(page);
  await build.openFolder(project);
  await new BuildHistoryPart(page).unfold();
  for (const what of [
    'How projects were last built',
    'A past build',
    'What builds have taught',
    'Moves of tags',
    'What was read of images’ layers',
  ])
    await expect(notice).toContainText(what);
  await expect(
    page.getByRole('status').filter({ hasText: /^\d+ files of Strata’s could not be read$/ }),
  ).toBeVisible();

  await notice.getByText('Which, and what that means').click();
  const places = await notice.getByRole('listitem').locator('code').allTextContents();
  for (const place of places) expect(existsSync(place)).toBe(true);
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toBeHidden();
  await expect(build.build).toBeEnabled();
});
