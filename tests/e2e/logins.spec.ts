/** What only the user can allow a registry: asked about when it matters, listed, and taken back. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { certificateFor } from '../support/certificate.js';
import { answer, basic, error, password } from '../support/misbehaviour.js';
import { startScriptedRegistry } from '../support/scripted-registry.js';
import { RegistriesPage } from './pages/registries-page.js';
import { Shell } from './pages/shell.js';
import { emptyFolder, test } from './test.js';

test('a password goes to another host’s token service only after the user was asked', async ({
  stage,
  launch,
}) => {
  const target = stage.registry.host;
  const tokens = await startScriptedRegistry({
    target,
    tls: await certificateFor('127.0.0.1'),
    script: ({ authorization }) =>
      authorization === basic ? answer(200, '{"token":"token-1"}') : answer(401, '{}'),
  });
  const registry = await startScriptedRegistry({
    target,
    script: ({ authorization }) =>
      authorization === 'Bearer token-1'
        ? answer(200, '{}')
        : answer(401, error('UNAUTHORIZED'), {
            'www-authenticate': `Bearer realm="https://${tokens.host}/token"`,
          }),
  });
  const { page } = await launch();
  await new Shell(page).open('Registries');
  const registries = new RegistriesPage(page);
  const form = {
    registry: registry.host,
    username: 'ada',
    password,
    keep: 'Only until Strata quits',
  } as const;
  await registries.logIn(form);
  await expect(registries.alert).toContainText(`wants the password sent to ${tokens.host}`);
  expect(tokens.asked).toEqual([]);
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('asked.png') });

  await registries.alert.getByRole('button', { name: `Allow ${tokens.host}` }).click();
  await expect(registries.login(registry.host)).toContainText('kept until Strata quits');
  const allowed = page.getByRole('region', { name: 'Allowed' });
  await expect(allowed.getByRole('listitem')).toContainText(`Its passwords go to ${tokens.host}`);
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('allowed.png') });

  await allowed.getByRole('button', { name: `Take back for ${registry.host}` }).click();
  await expect(allowed).toHaveCount(0);
  await registries.logIn(form);
  await expect(registries.alert).toContainText('wants the password sent');
  await Promise.all([registry.stop(), tokens.stop()]);
});

test('once it was sent, a password is nowhere in the window’s memory', async ({ stage, strata }) => {
  const { page } = strata;
  const [canary = ''] = stage.account.password.split(' ');
  const memory = await watchHeap(page);
  await new Shell(page).open('Registries');
  const registries = new RegistriesPage(page);
  await registries.openLogin();
  await registries.dialog.getByLabel('Password or token').fill(stage.account.password);
  // Else the search would find nothing of anything.
  expect(await memory()).toContain(canary);
  await registries.fillIn({ registry: stage.registry.host, ...stage.account });
  await expect(registries.login(stage.registry.host)).toBeVisible();
  await registries.dialog.waitFor({ state: 'hidden' });
  await expect.poll(async () => (await memory()).includes(canary), { timeout: 30_000 }).toBe(false);
  await registries.logOut(stage.registry.host);
  await expect(registries.login(stage.registry.host)).toHaveCount(0);
});

test('ten seconds after the log-out of a session login, main has forgotten the password', async ({
  stage,
  strata,
}) => {
  const { page, app } = strata;
  const [canary = ''] = stage.account.password.split(' ');
  const file = join(await emptyFolder(), 'main.heapsnapshot');
  const isInMain = async (): Promise<boolean> => {
    await app.evaluate((_electron, path) => {
      process.getBuiltinModule('node:v8').writeHeapSnapshot(path);
    }, file);
    return (await readFile(file)).includes(canary);
  };
  await new Shell(page).open('Registries');
  const registries = new RegistriesPage(page);
  const { host } = stage.registry;
  await registries.logIn({ registry: host, ...stage.account, keep: 'Only until Strata quits' });
  await expect(registries.login(host)).toContainText('kept until Strata quits');
  // There it must be, for the next push.
  expect(await isInMain()).toBe(true);
  await registries.logOut(host);
  await expect(registries.login(host)).toHaveCount(0);
  await expect.poll(isInMain, { timeout: 10_000 }).toBe(false);
});

/** Snapshots of the page's heap, as text, after a collection of garbage. */
async function watchHeap(page: Page): Promise<() => Promise<string>> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  return async () => {
    chunks.length = 0;
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
    return chunks.join('');
  };
}
