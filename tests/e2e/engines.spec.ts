/** Which engine Strata works with: chosen among what is there, kept, and found again by itself. */
import { expect } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startPodman } from '../support/podman.js';
import { EngineDialog } from './pages/engine-dialog.js';
import { ImagesPage } from './pages/images-page.js';
import { Shell } from './pages/shell.js';
import { configWith, emptyFolder, test } from './test.js';

test('another engine is chosen from the contexts, its images shown, and taken again at the next start', async ({
  stage,
  launch,
}) => {
  const podman = await startPodman([stage.mirror]);
  try {
    await podman.docker(['pull', 'alpine:3.20']);
    const config = await configWith({
      here: stage.engine.host,
      podman: podman.host,
      far: 'tcp://127.0.0.1:1',
    });
    const options = { dockerHost: '', env: { DOCKER_CONFIG: config } };
    const strata = await launch(options);
    const shell = new Shell(strata.page);
    await expect(shell.alert).toContainText('No engine answers');

    const engines = new EngineDialog(strata.page);
    await shell.alert.getByRole('button', { name: 'Look elsewhere…' }).click();
    await expect(engines.place('here')).toContainText(/Docker Engine.* \d/);
    await expect(engines.place('podman')).toContainText(/Podman \d/);
    await expect(engines.place('far')).toContainText('isn’t running');
    await engines.use('here');
    await expect(engines.place('here')).toContainText('in use');
    await strata.page.keyboard.press('Escape');
    const images = new ImagesPage(strata.page);
    await expect(images.row('busybox:1.36')).toBeVisible();

    await engines.open();
    await engines.use('podman');
    await expect(engines.place('podman')).toContainText('in use');
    await strata.page.keyboard.press('Escape');
    await expect(images.row('alpine:3.20')).toBeVisible();
    await expect(images.row('busybox:1.36')).toHaveCount(0);
    await strata.quit();

    const again = await launch({ ...options, home: strata.home });
    await expect(new Shell(again.page).engine).toContainText('podman');
    await expect(new ImagesPage(again.page).row('alpine:3.20')).toBeVisible();
  } finally {
    await podman.stop();
  }
});

test('an engine that is installed and stopped is started from the window, and its images show', async ({
  launch,
  stage,
}) => {
  const folder = await emptyFolder();
  const socket = join(folder, 'docker.sock');
  const asked = join(folder, 'asked');
  // A stand-in for systemd, which isn't here: it knows one unit, and says what it was asked to start.
  const systemctl = join(folder, 'systemctl');
  await writeFile(
    systemctl,
    `#!/bin/sh
case "$*" in
  "show --property=LoadState --value docker.service") echo loaded ;;
  show*|"--user show"*) echo not-found ;;
  *) echo "$*" > '${asked}' ;;
esac
`,
    { mode: 0o755 },
  );
  const { page } = await launch({
    dockerHost: `unix://${socket}`,
    env: { PATH: `${folder}:${process.env.PATH}` },
  });
  const alert = new Shell(page).alert;
  await expect(alert).toContainText(socket);
  const start = alert.getByRole('button', { name: 'Start Docker' });
  await expect(start).toBeVisible();
  await expect(alert.getByRole('button', { name: /^Start/ })).toHaveCount(1);
  await start.click();
  await expect.poll(() => readFile(asked, 'utf8').catch(() => '')).toBe('start docker.service\n');
  await stage.exposeEngineAt(socket);
  await expect(new ImagesPage(page).row('alpine:3.20')).toBeVisible({ timeout: 20_000 });
  await expect(alert).toBeHidden();
});
