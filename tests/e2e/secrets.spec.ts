/** A canary goes through a login, a push and a log-out. Afterwards it must be nowhere. */
import { expect } from '@playwright/test';
import { findInFiles, findInProcesses, holdsSecret } from '../support/canary.js';
import { test } from './test.js';
import { ImagePage } from './pages/image-page.js';
import { ImagesPage } from './pages/images-page.js';
import { PushDialog } from './pages/push-dialog.js';
import { RegistriesPage } from './pages/registries-page.js';
import { Shell } from './pages/shell.js';

for (const keep of ['Keep in the system keychain', 'Only until Strata quits'] as const) {
  test(`a password kept as “${keep}” is in no file, argument, environment, message or output`, async ({
    stage,
    launch,
  }) => {
    // Libraries print what they send when they are asked to; a login must not be among it.
    const strata = await launch({ env: { DEBUG: '*', NODE_DEBUG: 'http,https,net' } });
    const { page } = strata;
    const canary = stage.account.password;
    const registry = stage.registry.host;
    const registries = new RegistriesPage(page);
    await strata.record();

    await new Shell(page).open('Registries');
    await registries.logIn({ registry, ...stage.account, keep });
    await expect(registries.login(registry)).toBeVisible();
    await new Shell(page).open('Images');
    await new ImagesPage(page).open('alpine:3.20');
    await new ImagePage(page).openPush();
    const push = new PushDialog(page);
    await push.destination.fill(`${registry}/canary:1`);
    await push.push.click();
    await push.digest();
    expect(await findInProcesses(canary, strata.app.process().pid ?? 0)).toEqual([]);
    await push.close();
    await new Shell(page).open('Registries');
    await registries.logOut(registry);
    await expect(registries.login(registry)).toHaveCount(0);

    const received = await strata.received();
    expect(received).toContain(stage.account.username);
    expect(holdsSecret(received, canary)).toBe(false);
    await strata.quit();
    expect(strata.output()).toContain('engine');
    expect(holdsSecret(strata.output(), canary)).toBe(false);
    expect(await findInFiles(canary, strata.home)).toEqual([]);
  });
}
