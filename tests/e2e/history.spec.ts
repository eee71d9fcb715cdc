/** What the user learns from builds that have ended: why the last one ran what it ran, also after a restart. */
import { expect } from '@playwright/test';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BuildHistoryPart } from './pages/build-history.js';
import { BuildPage } from './pages/build-page.js';
import { Shell } from './pages/shell.js';
import { copyProject, emptyFolder, test } from './test.js';

test('a build says which file made it run again, and stays in the history until that is cleared', async ({
  launch,
}) => {
  const home = await emptyFolder();
  const folder = await copyProject('notes-node');
  const strata = await launch({ home });
  const { page } = strata;
  const shell = new Shell(page);
  const build = new BuildPage(page);
  const history = new BuildHistoryPart(page);
  await shell.open('Build');
  await build.openFolder(folder);
  await expect(history.region).toContainText('No build of this folder yet');

  await build.build.click();
  const again = page.getByRole('button', { name: 'Build again' });
  await expect(again).toBeVisible({ timeout: 60_000 });
  await writeFile(join(folder, 'public/other.js'), 'changed\n');
  await again.click();
  await expect(page.getByRole('main')).toContainText(
    /COPY .* ran again because 1 file was added: public\/other\.js/,
    {
      timeout: 60_000,
    },
  );

  expect(existsSync(join(home, 'forecasts'))).toBe(true);
  await history.unfold();
  await expect(history.builds).toHaveCount(2);
  await expect(history.trend).toBeVisible();
  await history.region.getByRole('button', { name: 'Show as table' }).click();
  await expect(history.region.getByRole('row')).toHaveCount(3);
  await history.builds.first().getByRole('button').click();
  await expect(history.dialog.getByText('public/other.js')).toBeVisible();
  await expect(
    history.dialog.getByRole('list', { name: 'Steps' }).getByRole('listitem').first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await strata.quit();

  const later = (await launch({ home, folder })).page;
  const kept = new BuildHistoryPart(later);
  await expect(kept.builds).toHaveCount(2);
  await new Shell(later).open('Settings');
  await expect(later.getByText(/^2 builds, .* used/)).toBeVisible();
  await later.getByRole('button', { name: 'Clear build history' }).click();
  await later.getByRole('button', { name: 'Clear history' }).click();
  await expect(later.getByText(/^0 builds/)).toBeVisible();
  // What the forecast had learnt from them is gone as well.
  await expect.poll(() => existsSync(join(home, 'forecasts'))).toBe(false);
});
