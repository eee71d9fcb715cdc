/** The main job, as a person does it: build, look, tag, log in, push, log out. The same on every engine. */
import { expect } from '@playwright/test';
import type { RunningStrata } from '../support/strata.js';
import { BuildPage } from './pages/build-page.js';
import { FilesPanel } from './pages/files-panel.js';
import { ImagePage } from './pages/image-page.js';
import { ImagesPage } from './pages/images-page.js';
import { PushDialog } from './pages/push-dialog.js';
import { RegistriesPage } from './pages/registries-page.js';
import { Shell } from './pages/shell.js';
import { copyProject, type FullStage } from './test.js';

/** @param stage its engine is the one that `strata` was started for */
export async function doMainJob(strata: RunningStrata, stage: FullStage): Promise<void> {
  const { page } = strata;
  const shell = new Shell(page);
  const registry = stage.registry.host;
  const folder = await copyProject('hello-web');

  await expect(shell.engine).toContainText(/(Engine|Podman) \d/);

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

  // Files, read by a process of their own.
  const files = new FilesPanel(page);
  await files.read.click();
  await expect(files.tree).toBeVisible({ timeout: 60_000 });
  await files.choose('COPY');
  await expect(files.entry('srv')).toBeVisible();

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
}
