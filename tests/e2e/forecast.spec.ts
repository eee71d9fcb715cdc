/** What a build will cost, told before it runs; and how a project was built, when it is opened again. */
import { expect } from '@playwright/test';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BuildPage } from './pages/build-page.js';
import { Shell } from './pages/shell.js';
import { copyProject, test } from './test.js';

test('a forecast says what will run and why, before a build and for a file that might change', async ({
  strata,
}) => {
  const { page } = strata;
  await new Shell(page).open('Build');
  const build = new BuildPage(page);
  const folder = await copyProject('hello-web');
  await build.openFolder(folder);
  const forecast = page.getByRole('region', { name: 'Cache forecast' });
  const steps = forecast.getByRole('list', { name: 'Forecast by step' }).getByRole('listitem');
  await expect(forecast).toContainText('so every step will run');

  await build.build.click();
  await expect(page.getByRole('button', { name: 'Open image' })).toBeVisible({ timeout: 60_000 });
  await expect(forecast).toContainText('Everything will be reused.');
  await forecast.getByRole('button', { name: /^Cache forecast/ }).click();
  await expect(forecast).toContainText(/Right on \d+ of \d+ steps in 1 build/);
  for (const step of await steps.all()) await expect(step).toHaveAttribute('data-fate', 'reused');

  const edited = forecast.getByRole('combobox', { name: 'What if this file changes?' });
  await edited.fill('site/style.css');
  await expect(steps.filter({ hasText: 'COPY site/' })).toContainText('Runs: site/style.css changed');
  await expect(steps.filter({ hasText: 'COPY scripts/' })).toHaveAttribute('data-fate', 'reused');
  await edited.fill('');
  await expect(forecast).toContainText('Everything will be reused.');

  await appendFile(join(folder, 'scripts/build.sh'), '# changed\n');
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(steps.filter({ hasText: 'COPY scripts/' })).toContainText('Runs: scripts/build.sh changed');
  await expect(steps.filter({ hasText: 'COPY site/' })).toContainText('what it stands on runs');
});

test('a project opens as it was last built, without the secrets that it was given', async ({ launch }) => {
  const first = await launch();
  const folder = await copyProject('hello-web');
  const open = async (page: typeof first.page): Promise<BuildPage> => {
    await new Shell(page).open('Build');
    const build = new BuildPage(page);
    await build.openFolder(folder);
    return build;
  };
  const build = await open(first.page);
  const { page } = first;
  await build.imageName.fill('remembered:2');
  await page.getByRole('textbox', { name: 'Value of GREETING' }).fill('Moin');
  await page.getByRole('button', { name: 'Add argument' }).click();
  await page.getByRole('textbox', { name: 'Name of argument 2' }).fill('API_TOKEN');
  await page.getByRole('textbox', { name: 'Value of API_TOKEN' }).fill('canary-4711');
  await page.getByRole('button', { name: 'Add secret' }).click();
  await page.getByRole('textbox', { name: 'Id of secret 1' }).fill('page');
  await page.getByRole('textbox', { name: 'File of page' }).fill('site/index.html');
  await expect(page.getByText('--secret id=page')).toBeVisible();
  await expect(page.getByText('--build-arg API_TOKEN ')).toBeVisible();
  await build.build.click();
  await expect(page.getByRole('button', { name: 'Open image' })).toBeVisible({ timeout: 60_000 });
  await first.quit();

  const second = await launch({ home: first.home });
  const again = await open(second.page);
  await expect(again.imageName).toHaveValue('remembered:2');
  await expect(second.page.getByRole('textbox', { name: 'Value of GREETING' })).toHaveValue('Moin');
  await expect(second.page.getByRole('textbox', { name: 'File of page' })).toHaveValue('site/index.html');
  await expect(second.page.getByRole('table', { name: 'Build arguments' })).not.toContainText('API_TOKEN');
});
