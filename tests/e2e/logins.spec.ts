/** What only the user can allow a registry: asked about when it matters, listed, and taken back. */
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { certificateFor } from '../support/certificate.js';
import { answer, basic, error, password } from '../support/misbehaviour.js';
import { startScriptedRegistry } from '../support/scripted-registry.js';
import { RegistriesPage } from './pages/registries-page.js';
import { Shell } from './pages/shell.js';
import { test } from './test.js';

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
