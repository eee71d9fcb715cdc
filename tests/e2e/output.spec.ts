/** The output of a step that says very much. */
import { expect } from '@playwright/test';
import { BuildPage } from './pages/build-page.js';
import { Shell } from './pages/shell.js';
import { copyProject, test } from './test.js';

test('a hundred thousand lines stay at hand: few are painted, the end is followed, words are found', async ({
  strata,
}) => {
  const { page } = strata;
  await new Shell(page).open('Build');
  const build = new BuildPage(page);
  await build.openFolder(await copyProject('talkative'));
  await build.build.click();
  await expect(page.getByRole('button', { name: 'Open image' })).toBeVisible({ timeout: 60_000 });

  await build.step('RUN seq').click();
  await expect(build.output).toContainText('the last line');
  await expect(page.getByText('the last 5,000 lines')).toBeVisible();
  expect(await build.output.locator('.row').count()).toBeLessThan(120);

  // What a terminal would obey is gone, what it would show is there.
  await expect(build.output.getByText('hidden harmless')).toBeVisible();
  await expect(build.output.getByText('red words')).toHaveClass(/red/);

  const find = page.getByRole('searchbox', { name: 'Find in the output' });
  await find.fill('RED WORDS');
  await expect(page.getByText('1 of 1', { exact: true })).toBeVisible();
  await expect(build.output.locator('.found')).toHaveText('red words');
  await find.fill('9999');
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
  await find.press('Enter');
  await expect(page.getByText(/^2 of \d+$/)).toBeVisible();
  await find.fill('nowhere to be seen');
  await expect(page.getByText('not found')).toBeVisible();

  await page.getByRole('button', { name: 'Follow the end' }).click();
  await expect(build.output).toContainText('the last line');
});
