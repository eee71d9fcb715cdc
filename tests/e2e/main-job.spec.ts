/** The main job on the engine of this machine, and what goes on beside it. */
import { expect } from '@playwright/test';
import { doMainJob } from './main-job.js';
import { copyProject, test } from './test.js';
import { BuildPage } from './pages/build-page.js';
import { ImagesPage } from './pages/images-page.js';
import { RegistriesPage } from './pages/registries-page.js';
import { Shell } from './pages/shell.js';

test('a folder becomes an image in a registry, and a log-out ends the right to push', async ({
  stage,
  strata,
}) => {
  await doMainJob(strata, stage);
});

test('a kept login survives a restart, and logging out everywhere empties the keyring', async ({
  stage,
  strata,
  launch,
}) => {
  const registry = stage.registry.host;
  const registries = new RegistriesPage(strata.page);
  await new Shell(strata.page).open('Registries');
  await registries.logIn({ registry, ...stage.account, keep: 'Keep in the system keychain' });
  await expect(registries.login(registry)).toBeVisible();
  await strata.quit();

  const again = await launch({ home: strata.home });
  const after = new RegistriesPage(again.page);
  await new Shell(again.page).open('Registries');
  await expect(after.login(registry)).toContainText(stage.account.username);
  await again.page.getByRole('button', { name: 'Log out everywhere' }).click();
  await again.page.getByRole('dialog').getByRole('button', { name: 'Log out everywhere' }).click();
  await expect(after.login(registry)).toHaveCount(0);
  expect(
    await stage.keyring.search({ service: `strata:${registry}`, account: stage.account.username }),
  ).toBeUndefined();
});

test('a login until Strata quits is gone after a restart', async ({ stage, strata, launch }) => {
  const registry = stage.registry.host;
  const registries = new RegistriesPage(strata.page);
  await new Shell(strata.page).open('Registries');
  await registries.logIn({ registry, ...stage.account, keep: 'Only until Strata quits' });
  await expect(registries.login(registry)).toBeVisible();
  await strata.quit();

  const again = await launch({ home: strata.home });
  await new Shell(again.page).open('Registries');
  await expect(again.page.getByRole('button', { name: 'Log in', exact: true }).first()).toBeVisible();
  await expect(new RegistriesPage(again.page).login(registry)).toHaveCount(0);
});

test('a new tag shows in the list by itself', async ({ stage, strata }) => {
  const images = new ImagesPage(strata.page);
  await new Shell(strata.page).open('Images');
  await images.filter.fill('appeared');
  await stage.engine.docker(['tag', 'alpine:3.20', 'appeared:now']);
  await expect(images.row('appeared:now')).toBeVisible({ timeout: 2_000 });
  await stage.engine.docker(['rmi', 'appeared:now']);
  await expect(images.row('appeared:now')).toHaveCount(0, { timeout: 2_000 });
});

test('a build goes on when its screen is left, and can be cancelled from the activity list', async ({
  strata,
}) => {
  const { page } = strata;
  const shell = new Shell(page);
  const build = new BuildPage(page);
  await shell.open('Build');
  await build.openFolder(await copyProject('slow-run'));
  await build.build.click();
  await expect(build.step('sleep')).toHaveAttribute('data-state', 'running', { timeout: 30_000 });
  await shell.open('Images');
  await shell.openActivity();
  const job = shell.jobs.getByRole('listitem').first();
  await expect(job).toContainText(/slow-run/);
  await job.getByRole('button', { name: /Cancel/ }).click();
  await expect(job).toContainText(/cancelled/i, { timeout: 5_000 });
  await page.keyboard.press('Escape');
  await shell.open('Build');
  await expect(build.step('sleep')).toHaveAttribute('data-state', 'cancelled');
});
