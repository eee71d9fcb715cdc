/** The main job on Podman, over its docker-compatible socket: docs/podman.md tells what differs. */
import { expect } from '@playwright/test';
import { startPodman } from '../support/podman.js';
import { doMainJob } from './main-job.js';
import { Shell } from './pages/shell.js';
import { test, withEngine } from './test.js';

test('the main job is done on Podman', async ({ stage, launch }) => {
  const podman = await startPodman([stage.mirror, stage.registry.host]);
  try {
    const strata = await launch({ dockerHost: podman.host });
    const shell = new Shell(strata.page);
    await expect(shell.engine).toContainText(/^\s*Podman \d/);
    await shell.open('Settings');
    await expect(strata.page.getByText(/^Podman \d.*, API /)).toBeVisible();
    await shell.open('Images');
    await doMainJob(strata, {
      ...withEngine(stage, podman),
      // Podman's /auth, which docker's CLI asks for a login, speaks https with everybody.
      async pullWithCli(reference) {
        const { username, password } = stage.account;
        await podman.podman(['pull', '--creds', `${username}:${password}`, reference]);
      },
    });
  } finally {
    await podman.stop();
  }
});
