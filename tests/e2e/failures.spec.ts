/** Bad input and broken surroundings: each gets a clear message, and nothing typed is lost. */
import { expect } from '@playwright/test';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyProject, emptyFolder, test } from './test.js';
import { BuildPage } from './pages/build-page.js';
import { ImagePage } from './pages/image-page.js';
import { ImagesPage } from './pages/images-page.js';
import { PushDialog } from './pages/push-dialog.js';
import { RegistriesPage } from './pages/registries-page.js';
import { Shell } from './pages/shell.js';

test.describe('a build', () => {
  test.beforeEach(async ({ strata }) => new Shell(strata.page).open('Build'));

  test('of a folder without a Dockerfile says so, and keeps the folder', async ({ strata }) => {
    const build = new BuildPage(strata.page);
    const folder = await copyProject('no-dockerfile');
    await build.openFolder(folder);
    await expect(strata.page.getByRole('main')).toContainText(/no Dockerfile/i);
    await expect(build.folder).toHaveValue(folder);
  });

  test('of a folder that is gone says so, and keeps what was typed', async ({ strata }) => {
    const build = new BuildPage(strata.page);
    const folder = join(await emptyFolder(), 'gone');
    await build.openFolder(folder);
    await expect(build.alert).toContainText(folder);
    await expect(build.folder).toHaveValue(folder);
  });

  test('of a folder that vanishes after it was opened says so', async ({ strata }) => {
    const build = new BuildPage(strata.page);
    const folder = await copyProject('hello-web');
    await build.openFolder(folder);
    await expect(build.imageName).toHaveValue(/hello-web/);
    await rm(folder, { recursive: true });
    await build.build.click();
    await expect(build.alert).toContainText(folder);
  });

  test('with a syntax error names the file, the line and the reason', async ({ strata }) => {
    const build = new BuildPage(strata.page);
    await build.openFolder(await copyProject('syntax-error'));
    await build.build.click();
    await expect(build.alert).toContainText(/Dockerfile/);
    await expect(build.alert).toContainText(/line \d+|:\d+/);
    await expect(build.alert).toContainText(/unknown instruction/i);
  });

  test('with a failing RUN names the step, its output and its line', async ({ strata }) => {
    const build = new BuildPage(strata.page);
    await build.openFolder(await copyProject('failing-run'));
    await build.build.click();
    await expect(build.steps.locator('[data-state=failed]')).toHaveCount(1, { timeout: 60_000 });
    await expect(build.alert).toContainText(/exit code|exited with/i);
    await expect(build.alert).toContainText(/Dockerfile(:| line |, line )\d+/);
    await expect(build.output).toContainText(/./);
  });

  test('under an impossible image name is refused before it starts, and the name stays to be mended', async ({
    strata,
  }) => {
    const build = new BuildPage(strata.page);
    await build.openFolder(await copyProject('hello-web'));
    await expect(build.imageName).toHaveValue(/hello-web/);
    await build.imageName.fill('Not/A/Name:ok');
    await expect(strata.page.getByRole('main')).toContainText(/uppercase|lowercase|capital/i);
    await expect(build.build).toBeDisabled();
    await expect(build.imageName).toHaveValue('Not/A/Name:ok');
  });
});

test.describe('a login', () => {
  test.beforeEach(async ({ strata }) => new Shell(strata.page).open('Registries'));

  test('with a wrong password is refused by the registry, and nothing is kept', async ({ stage, strata }) => {
    const registries = new RegistriesPage(strata.page);
    const registry = stage.registry.host;
    await registries.logIn({ registry, username: stage.account.username, password: 'not the password' });
    await expect(registries.alert).toContainText(registry);
    await expect(registries.dialog.getByRole('textbox', { name: 'Username' })).toHaveValue(
      stage.account.username,
    );
    await strata.page.keyboard.press('Escape');
    await expect(registries.login(registry)).toHaveCount(0);
    expect(
      await stage.keyring.search({ service: `strata:${registry}`, account: stage.account.username }),
    ).toBeUndefined();
  });

  test('at a registry that is down says that it can not be reached', async ({ strata }) => {
    const registries = new RegistriesPage(strata.page);
    await registries.logIn({ registry: '127.0.0.1:9', username: 'ada', password: 'anything' });
    await expect(registries.alert).toContainText('127.0.0.1:9');
    await expect(registries.alert).toContainText(/reach|answer/i);
  });
});

test('a push to a registry that is down is a failure that says so', async ({ strata }) => {
  await new ImagesPage(strata.page).open('alpine:3.20');
  await new ImagePage(strata.page).openPush();
  const push = new PushDialog(strata.page);
  await push.destination.fill('127.0.0.1:9/alpine:3.20');
  await push.push.click();
  await expect(push.alert).toContainText(/127\.0\.0\.1:9/, { timeout: 60_000 });
  await expect(push.dialog).not.toContainText(/sha256:[0-9a-f]{64}/);
});

test('without an engine the window says what was tried, and connects by itself when one appears', async ({
  launch,
  stage,
}) => {
  const folder = await emptyFolder();
  const socket = join(folder, 'engine.sock');
  const strata = await launch({ dockerHost: `unix://${socket}` });
  const shell = new Shell(strata.page);
  await expect(shell.alert.first()).toContainText(socket);
  await stage.exposeEngineAt(socket);
  await expect(shell.engine).toContainText(/20\.10|connected/i, { timeout: 20_000 });
  await expect(shell.alert).toHaveCount(0);
  await expect(new ImagesPage(strata.page).row('alpine:3.20')).toBeVisible();
});

test('without a keychain only a login until Strata quits is offered, with the reason', async ({
  launch,
  stage,
}) => {
  const strata = await launch({ env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' } });
  const registries = new RegistriesPage(strata.page);
  await new Shell(strata.page).open('Registries');
  await registries.openLogin();
  await expect(registries.dialog.getByRole('radio', { name: 'Keep in the system keychain' })).toBeDisabled({
    timeout: 10_000,
  });
  await expect(registries.dialog.getByRole('radio', { name: 'Only until Strata quits' })).toBeChecked();
  await expect(registries.dialog).toContainText(/keychain|secret service/i);
  await registries.fillIn({ registry: stage.registry.host, ...stage.account });
  await expect(registries.login(stage.registry.host)).toContainText(/until Strata quits/i);
});

test('a damaged settings file is set aside, and the window opens all the same', async ({ launch }) => {
  const home = await emptyFolder();
  await mkdir(home, { recursive: true });
  await writeFile(join(home, 'settings.json'), '{ "theme": ');
  const strata = await launch({ home });
  await expect(new ImagesPage(strata.page).heading).toBeVisible();
});
