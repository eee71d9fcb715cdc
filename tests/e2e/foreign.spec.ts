/** "This machine isn't mine": a run keeps nothing, and neither does one that is killed. */
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { memoryRoots, sessionFolder } from '../../src/main/app/session-folder.js';
import { findInFiles } from '../support/canary.js';
import { BuildPage } from './pages/build-page.js';
import { RegistriesPage } from './pages/registries-page.js';
import { Shell } from './pages/shell.js';
import { copyProject, emptyFolder, test } from './test.js';

test('a machine that isn’t mine keeps nothing of a run, also after a crash', async ({ launch, stage }) => {
  const home = await emptyFolder();
  const { host } = stage.registry;
  const login = { registry: host, username: stage.account.username, password: stage.account.password };

  const first = await launch({ home });
  await new Shell(first.page).open('Registries');
  await new RegistriesPage(first.page).logIn({ ...login, keep: 'Keep in the system keychain' });
  await expect(new RegistriesPage(first.page).login(host)).toBeVisible();
  await new Shell(first.page).open('Settings');
  const switching = first.page.getByRole('region', { name: 'A machine of somebody else' });
  await switching.getByRole('button', { name: 'This machine isn’t mine' }).click();
  const question = first.page.getByRole('dialog', { name: 'Keep nothing on this machine?' });
  await expect(question.getByRole('radio', { name: /^Log out everywhere/ })).toBeChecked();
  expect((await new AxeBuilder({ page: first.page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  await first.page.screenshot({ path: test.info().outputPath('question.png') });
  await question.getByRole('button', { name: 'Keep nothing' }).click();
  await expect(switching.getByRole('status')).toContainText('From the next start on, Strata keeps nothing');
  await expect(switching.getByRole('button', { name: 'Restart Strata' })).toBeVisible();
  await first.page.screenshot({ path: test.info().outputPath('switched.png') });
  expect(await stage.keyring.search({ service: `strata:${host}`, account: login.username })).toBeUndefined();
  await first.quit();

  const second = await launch({ home });
  expect(await findInFiles(host, home)).toEqual([]);
  await new Shell(second.page).open('Registries');
  const registries = new RegistriesPage(second.page);
  await registries.openLogin();
  await expect(registries.dialog.getByRole('radio', { name: 'Keep in the system keychain' })).toBeDisabled();
  await expect(registries.dialog).toContainText('Nothing is kept on this machine');
  expect((await new AxeBuilder({ page: second.page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  await second.page.screenshot({ path: test.info().outputPath('login.png') });
  await registries.fillIn(login);
  await expect(registries.login(host)).toContainText('kept until Strata quits');
  await new Shell(second.page).open('Settings');
  await second.page.getByRole('radio', { name: 'Light' }).check();
  await expect(second.page.getByText('What it writes lies in memory alone.')).toBeVisible();
  const session = sessionFolder(home, memoryRoots(stage.env));
  expect(session.isInMemory).toBe(true);
  await expect.poll(() => existsSync(join(session.path, 'settings.json'))).toBe(true);
  expect(readdirSync(home).sort()).toEqual(['not-mine.json', 'profile']);
  const ended = new Promise((resolve) => second.app.process().once('exit', resolve));
  second.app.process().kill('SIGKILL');
  await ended;

  const third = await launch({ home });
  await new Shell(third.page).open('Settings');
  const region = third.page.getByRole('region', { name: 'A machine of somebody else' });
  await expect(region.getByRole('status')).toContainText('Erased at this start: settings.json');
  await third.page.screenshot({ path: test.info().outputPath('cleaned.png') });
  await third.quit();
  expect(existsSync(session.path)).toBe(false);
  expect(readdirSync(home).sort()).toEqual(['not-mine.json', 'profile']);
  expect(await findInFiles(host, home)).toEqual([]);
});

test('“Restart Strata” ends this run, and the one that begins keeps nothing', async ({ launch, stage }) => {
  const home = await emptyFolder();
  const first = await launch({ home });
  await new Shell(first.page).open('Settings');
  const region = first.page.getByRole('region', { name: 'A machine of somebody else' });
  await region.getByRole('button', { name: 'This machine isn’t mine' }).click();
  await first.page.getByRole('button', { name: 'Keep nothing' }).click();
  const former = first.app.process();
  const ended = new Promise((resolve) => former.once('exit', resolve));
  await region.getByRole('button', { name: 'Restart Strata' }).click();
  await ended;

  const { path } = sessionFolder(home, memoryRoots(stage.env));
  await expect.poll(() => mainProcess(home)).toBeDefined();
  try {
    expect(mainProcess(home)).not.toBe(former.pid);
    // Before that a signal ends it as it ends any program: nothing is put in order.
    const log = join(path, 'logs', 'strata.log');
    await expect.poll(() => existsSync(log) && readFileSync(log, 'utf8')).toContain(' info started');
    expect(existsSync(join(home, 'logs'))).toBe(false);
  } finally {
    process.kill(mainProcess(home)!, 'SIGTERM');
    await expect.poll(() => mainProcess(home)).toBeUndefined();
  }
  expect(existsSync(path)).toBe(false);
  expect(readdirSync(home).sort()).toEqual(['not-mine.json', 'profile']);
});

test('a restart waits for what runs: it can’t be taken back', async ({ strata }) => {
  const { page } = strata;
  const shell = new Shell(page);
  await shell.open('Build');
  const build = new BuildPage(page);
  await build.buildSlowly(await copyProject('slow-run'));
  await shell.open('Settings');
  const region = page.getByRole('region', { name: 'A machine of somebody else' });
  await region.getByRole('button', { name: 'This machine isn’t mine' }).click();
  await page.getByRole('radio', { name: /^Leave it, unused/ }).check();
  await page.getByRole('button', { name: 'Keep nothing' }).click();
  await region.getByRole('button', { name: 'Restart Strata' }).click();
  await expect(region.getByRole('alert')).toContainText('Strata can’t restart now');
  await region.getByRole('button', { name: 'This machine is mine again' }).click();
  await shell.open('Build');
  await expect(build.step(/RUN /)).toHaveAttribute('data-state', 'running');
  await build.cancel.click();
  await expect(build.step(/RUN /)).toHaveAttribute('data-state', 'cancelled');
});

/** The process that holds a home, for one that no test has started itself: Chromium's lock is a link to `host-pid`. */
function mainProcess(home: string): number | undefined {
  try {
    return Number(
      readlinkSync(join(home, 'profile', 'SingletonLock'))
        .split('-')
        .at(-1),
    );
  } catch {
    return undefined;
  }
}
