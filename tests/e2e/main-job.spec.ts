/** The main job, as a person does it: build, look, tag, log in, push, log out. */
import { expect } from '@playwright/test';
import { copyProject, test } from './test.js';
import { BuildPage } from './pages/build-page.js';
import { ImagePage } from './pages/image-page.js';
import { ImagesPage } from './pages/images-page.js';
import { PushDialog } from './pages/push-dialog.js';
import { RegistriesPage } from './pages/registries-page.js';
import { Shell } from './pages/shell.js';

test('a folder becomes an image in a registry, and a log-out ends the right to push', async ({
  stage,
  strata,
}) => {
  const { page } = strata;
  const shell = new Shell(page);
  const registry = stage.registry.host;
  const folder = await copyProject('hello-web');

  await expect(shell.engine).toContainText(/20\.10|connected/i);

  // Build.
  await shell.open('Build');
  const build = new BuildPage(page);
  await strata.chooseNext(folder);
  await build.choose.click();
  await expect(build.folder).toHaveValue(folder);
  await expect(build.imageName).toHaveValue(/^hello-web/);
  await build.imageName.fill('hello-web:1.0');
  await build.build.click();
  await expect(build.step(/RUN /).first()).toHaveAttribute('data-state', /done|cached/, { timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Open image' })).toBeVisible({ timeout: 60_000 });
  const id = (await stage.engine.docker(['image', 'inspect', '-f', '{{.Id}}', 'hello-web:1.0'])).trim();

  // History.
  await page.getByRole('button', { name: 'Open image' }).click();
  const image = new ImagePage(page);
  await expect(image.heading('hello-web:1.0')).toBeVisible();
  const history = (await stage.engine.docker(['history', '-q', 'hello-web:1.0'])).trim().split('\n');
  await expect(image.layers.getByRole('listitem')).toHaveCount(history.length);
  await expect(image.layers).toContainText('COPY');
  await expect(page.getByRole('main')).not.toContainText('<missing>');

  // Tag.
  const destination = `${registry}/team/hello-web:1.0`;
  await image.addTag(destination);
  await image.openTab('Tags');
  await expect(page.getByRole('main')).toContainText(destination);
  expect((await stage.engine.docker(['image', 'inspect', '-f', '{{.Id}}', destination])).trim()).toBe(id);

  // Log in.
  await shell.open('Registries');
  const registries = new RegistriesPage(page);
  await registries.logIn({ registry, ...stage.account, keep: 'Keep in the system keychain' });
  await expect(registries.login(registry)).toContainText(stage.account.username);

  // Push, and pull what was pushed with docker's own CLI.
  await shell.open('Images');
  await new ImagesPage(page).open(destination);
  await image.openPush();
  const push = new PushDialog(page);
  await expect(push.destination).toHaveValue(destination);
  await push.push.click();
  const digest = await push.digest();
  for (const layer of await push.layers.getByRole('listitem').all()) {
    await expect(layer).toHaveAttribute('data-state', /done|exists|mounted/);
  }
  await push.close();
  await stage.pullWithCli(`${registry}/team/hello-web@${digest}`);
  const pulled = await stage.engine.docker([
    'image',
    'inspect',
    '-f',
    '{{.Id}}',
    `${registry}/team/hello-web@${digest}`,
  ]);
  expect(pulled.trim()).toBe(id);

  // Log out: the registry refuses, and Strata says to log in.
  await shell.open('Registries');
  await registries.logOut(registry);
  await expect(registries.login(registry)).toHaveCount(0);
  await shell.open('Images');
  await new ImagesPage(page).open('hello-web:1.0');
  await image.openPush();
  await push.destination.fill(`${registry}/team/hello-web:2.0`);
  await push.push.click();
  await expect(push.alert).toContainText(/log in/i, { timeout: 60_000 });
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
