/** Logins in docker's own config: used, moved to the keychain, put back, erased; and docker asking Strata. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../support/processes.js';
import { holdsSecret } from '../support/canary.js';
import { emptyFolder, test, type FullStage } from './test.js';
import { DockerConfigPart } from './pages/docker-config-part.js';
import { ImagePage } from './pages/image-page.js';
import { ImagesPage } from './pages/images-page.js';
import { PushDialog } from './pages/push-dialog.js';
import { RegistriesPage } from './pages/registries-page.js';
import { Shell } from './pages/shell.js';

async function dockerConfigOf({ registry, account }: FullStage, more: object = {}) {
  const folder = await emptyFolder();
  const auth = Buffer.from(`${account.username}:${account.password}`).toString('base64');
  const content = { HttpHeaders: { 'X-Meta': 'kept' }, auths: { [registry.host]: { auth } }, ...more };
  const file = join(folder, 'config.json');
  await writeFile(file, JSON.stringify(content, null, '\t'));
  return { folder, file, content, auth, text: () => readFile(file, 'utf8') };
}

async function expectNoViolation(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`),
    screen,
  ).toEqual([]);
}

test('a login of docker’s is used, moved to the keychain and put back', async ({ stage, launch }, info) => {
  const { folder, content, auth, text } = await dockerConfigOf(stage, {
    credHelpers: { 'gcr.io': 'not-there' },
  });
  const strata = await launch({ env: { DOCKER_CONFIG: folder } });
  const { page } = strata;
  const part = new DockerConfigPart(page);
  const registries = new RegistriesPage(page);
  const registry = stage.registry.host;
  await strata.record();

  await new Shell(page).open('Images');
  await new ImagesPage(page).open('alpine:3.20');
  await new ImagePage(page).openPush();
  const push = new PushDialog(page);
  await push.destination.fill(`${registry}/doctor:1`);
  await push.push.click();
  await push.digest();
  await push.close();
  await stage.engine.docker(['rmi', `${registry}/doctor:1`]);

  await new Shell(page).open('Registries');
  await expect(registries.login(registry)).toContainText('from docker’s config');
  await expect(part.region).toContainText('docker-credential-not-there');
  await page.screenshot({ path: info.outputPath('found.png') });
  await expectNoViolation(page, 'found');

  await part.move(registry);
  await expect(registries.login(registry)).toContainText('kept in the system keychain');
  await expect(part.moved).toContainText(registry);
  await expect(part.region.getByRole('heading')).toBeFocused();
  expect(await text()).not.toContain(auth);
  expect(await stage.keyring.search({ service: `strata:${registry}`, account: stage.account.username })).toBe(
    stage.account.password,
  );
  await page.screenshot({ path: info.outputPath('moved.png') });
  await expectNoViolation(page, 'moved');

  await part.putBack(registry);
  await expect(registries.login(registry)).toContainText('from docker’s config');
  expect(JSON.parse(await text())).toEqual(content);
  expect(
    await stage.keyring.search({ service: `strata:${registry}`, account: stage.account.username }),
  ).toBeUndefined();
  expect(holdsSecret(await strata.received(), stage.account.password)).toBe(false);
});

test('logging out asks about docker’s own login, and shows what it changes', async ({
  stage,
  launch,
}, info) => {
  const { folder, auth, text } = await dockerConfigOf(stage);
  const { page } = await launch({ env: { DOCKER_CONFIG: folder } });
  const part = new DockerConfigPart(page);
  const registries = new RegistriesPage(page);
  const registry = stage.registry.host;
  await new Shell(page).open('Registries');
  await registries.logIn({ registry, ...stage.account, keep: 'Only until Strata quits' });
  await expect(registries.login(registry)).toContainText('kept until Strata quits');
  await registries.logOut(registry);
  await expect(part.erase).toContainText('Removed: ');
  await expect(part.erase).not.toContainText(auth);
  await page.screenshot({ path: info.outputPath('erase.png') });
  await expectNoViolation(page, 'erase');
  expect(await text()).toContain(auth);
  await part.erase.getByRole('button', { name: 'Erase it' }).click();
  await expect(part.erase).toBeHidden();
  await expect(page.getByText('Nobody is logged in')).toBeVisible();
  expect(JSON.parse(await text())).toEqual({ HttpHeaders: { 'X-Meta': 'kept' }, auths: {} });
});

test('logging out everywhere asks about all that docker has', async ({ stage, launch }) => {
  const { folder, auth, text } = await dockerConfigOf(stage);
  const { page } = await launch({ env: { DOCKER_CONFIG: folder } });
  const registries = new RegistriesPage(page);
  const registry = stage.registry.host;
  await new Shell(page).open('Registries');
  await registries.logIn({ registry, ...stage.account, keep: 'Only until Strata quits' });
  await page.getByRole('button', { name: 'Log out everywhere' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Log out everywhere' }).click();
  const asking = page.getByRole('dialog', { name: 'Erase docker’s own logins?' });
  await expect(asking).not.toContainText(auth);
  await asking.getByRole('button', { name: 'Erase all' }).click();
  await expect(page.getByText('Nobody is logged in')).toBeVisible();
  expect(await text()).not.toContain(auth);
});

test('docker asks Strata for a login, until that is switched off', async ({ stage, launch }, info) => {
  const folder = await emptyFolder();
  const bin = join(folder, '.local', 'bin');
  await mkdir(bin, { recursive: true });
  const before = { credsStore: 'pass', auths: {} };
  await writeFile(join(folder, 'config.json'), JSON.stringify(before));
  const env = { HOME: folder, DOCKER_CONFIG: folder, PATH: `${bin}:${process.env.PATH ?? ''}` };
  const { page } = await launch({ env });
  const part = new DockerConfigPart(page);
  const registries = new RegistriesPage(page);
  const registry = stage.registry.host;
  const docker = (args: readonly string[]) =>
    run('/usr/bin/docker', args, { env: { ...stage.env, ...env, DOCKER_HOST: stage.engine.host } });

  await new Shell(page).open('Registries');
  await registries.logIn({ registry, ...stage.account });
  await expect(registries.login(registry)).toBeVisible();
  await new Shell(page).open('Settings');
  await part.forAll.click();
  await expect(page.getByRole('dialog')).toContainText('"credsStore":"strata"');
  await page.screenshot({ path: info.outputPath('switch.png') });
  await expectNoViolation(page, 'switch');
  await page.getByRole('dialog').getByRole('button', { name: 'Switch on' }).click();
  await expect(part.forAll).toBeChecked();
  await page.screenshot({ path: info.outputPath('settings.png') });
  await expectNoViolation(page, 'settings');

  // No password is given: docker has it from Strata, with no display to draw on.
  expect(await docker(['login', registry])).toContain('Login Succeeded');
  await docker(['logout', registry]);
  await new Shell(page).open('Registries');
  await expect(registries.login(registry)).toHaveCount(0);

  await new Shell(page).open('Settings');
  await part.switchHelper('Switch off');
  await expect(part.forAll).not.toBeChecked();
  expect(JSON.parse(await readFile(join(folder, 'config.json'), 'utf8'))).toEqual(before);
  await expect(readFile(join(bin, 'docker-credential-strata'))).rejects.toThrow('ENOENT');
});
