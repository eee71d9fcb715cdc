/** The steps of the tour, each as a person would do it. */
import { expect } from '@playwright/test';
import { join } from 'node:path';
import { BuildPage } from '../e2e/pages/build-page.js';
import { DiskPage } from '../e2e/pages/disk-page.js';
import { ImagePage } from '../e2e/pages/image-page.js';
import { ImagesPage } from '../e2e/pages/images-page.js';
import { PushDialog } from '../e2e/pages/push-dialog.js';
import { RegistriesPage } from '../e2e/pages/registries-page.js';
import { Shell } from '../e2e/pages/shell.js';
import type { Stage } from '../support/stage.js';
import type { RunningStrata } from '../support/strata.js';
import type { Journal } from './journal.js';

export type Scene = {
  /** Where the sample projects lie. */
  readonly work: string;
  readonly registry: string;
  readonly username: string;
  readonly password: string;
};

const BUILD_LIMIT = { timeout: 120_000 };

export class MainJob {
  readonly #shell: Shell;
  readonly #images: ImagesPage;
  readonly #image: ImagePage;
  readonly #build: BuildPage;
  readonly #registries: RegistriesPage;
  readonly #push: PushDialog;

  constructor(
    readonly strata: RunningStrata,
    readonly stage: Stage,
    readonly journal: Journal,
    readonly scene: Scene,
  ) {
    const { page } = strata;
    this.#shell = new Shell(page);
    this.#images = new ImagesPage(page);
    this.#image = new ImagePage(page);
    this.#build = new BuildPage(page);
    this.#registries = new RegistriesPage(page);
    this.#push = new PushDialog(page);
  }

  async connect(): Promise<void> {
    await this.journal.step('Strata opens and finds the engine', async () => {
      await expect(this.#shell.engine).toContainText(this.journal.engine);
      await expect(this.#images.row('alpine:3.20')).toBeVisible();
      await this.journal.picture(this.strata.page, 'images-first');
      return `engine ${this.journal.engine}, Electron ${this.journal.electron}`;
    });
  }

  async build(project: string): Promise<void> {
    await this.journal.step(`build ${project}`, async () => {
      await this.#runBuild(project);
      await this.journal.picture(this.strata.page, `build-${project}`);
      const id = await this.#idOf(`${project}:latest`);
      return `${await this.#build.steps.getByRole('listitem').count()} steps, image ${id.slice(7, 19)}`;
    });
  }

  async rebuild(project: string): Promise<void> {
    await this.journal.step(`build ${project} again: nothing changed, so every step is cached`, async () => {
      const before = await this.#idOf(`${project}:latest`);
      await this.#runBuild(project);
      await this.journal.picture(this.strata.page, `build-${project}-cached`);
      const cached = await this.#build.steps.locator('[data-state=cached]').count();
      expect(cached).toBeGreaterThan(0);
      expect(await this.#idOf(`${project}:latest`)).toBe(before);
      return `${cached} steps cached, same image`;
    });
  }

  async look(project: string): Promise<void> {
    await this.journal.step(`look into ${project}`, async () => {
      const { page } = this.strata;
      await this.#open(`${project}:latest`);
      const rows = (await this.stage.engine.docker(['history', '-q', `${project}:latest`]))
        .trim()
        .split('\n').length;
      await expect(this.#image.layers.getByRole('listitem')).toHaveCount(rows);
      await expect(page.getByRole('button', { name: 'Read the files' })).toBeVisible();
      await this.journal.picture(page, `image-${project}-layers`);
      for (const [tab, name] of [
        ['How it runs', 'runs'],
        ['Tags', 'tags'],
        ['Inspect', 'inspect'],
      ] as const) {
        await this.#image.openTab(tab);
        await this.journal.picture(page, `image-${project}-${name}`);
      }
      return `${rows} rows of history, as docker history`;
    });
  }

  async logIn(): Promise<void> {
    const { registry, username, password } = this.scene;
    await this.journal.step(`log in to ${registry}`, async () => {
      await this.#shell.open('Registries');
      await this.journal.picture(this.strata.page, 'registries-empty');
      await this.#registries.openLogin();
      await this.journal.picture(this.strata.page, 'login');
      await this.#registries.fillIn({
        registry,
        username,
        password: 'wrong',
        keep: 'Keep in the system keychain',
      });
      await expect(this.#registries.alert).toBeVisible();
      await this.journal.picture(this.strata.page, 'login-refused');
      await this.#registries.fillIn({ registry, username, password, keep: 'Keep in the system keychain' });
      await expect(this.#registries.login(registry)).toContainText(username);
      await this.journal.picture(this.strata.page, 'registries');
      return `as ${username}, kept in the keyring; a wrong password was refused first`;
    });
  }

  async tagAndPush(project: string): Promise<void> {
    const { registry } = this.scene;
    const destination = `${registry}/tour/${project}:1.0`;
    await this.journal.step(`tag and push ${project}`, async () => {
      await this.#open(`${project}:latest`);
      await this.#image.addTag(destination);
      await this.#open(destination);
      await this.#image.openPush();
      await this.#push.push.click();
      const digest = await this.#push.digest();
      await this.journal.picture(this.strata.page, `push-${project}`);
      await this.#push.close();
      const pulled = await this.#pullWithCli(`${registry}/tour/${project}@${digest}`);
      expect(pulled).toBe(await this.#idOf(`${project}:latest`));
      return `${destination}@${digest}; docker pull of it gives the same image`;
    });
  }

  async showFailures(): Promise<void> {
    for (const project of ['failing-run', 'syntax-error']) {
      await this.journal.step(`${project} fails with a reason`, async () => {
        await this.#shell.open('Build');
        await this.#build.openFolder(join(this.scene.work, project));
        await this.#build.build.click();
        await expect(this.#build.alert).toContainText(/Dockerfile/, BUILD_LIMIT);
        await this.journal.picture(this.strata.page, `build-${project}`);
        return ((await this.#build.alert.textContent()) ?? '').replace(/\s+/g, ' ').trim().slice(0, 200);
      });
    }
  }

  async showDisk(): Promise<void> {
    await this.journal.step('what takes the disk, and what could go', async () => {
      const disk = new DiskPage(this.strata.page);
      await this.#shell.open('Disk');
      await expect(disk.measured).toContainText('Measured', BUILD_LIMIT);
      await disk.rule('Unused build cache', true, { of: 'Days the build cache is unused', is: '0' });
      await expect(disk.reclaimable.getByRole('row').nth(1)).toBeVisible();
      await this.journal.picture(this.strata.page, 'disk');
      return ((await disk.selection.textContent()) ?? '').replace(/\s+/g, ' ').trim();
    });
  }

  async showRest(): Promise<void> {
    await this.journal.step('activity and settings', async () => {
      await this.#shell.openActivity();
      const jobs = await this.#shell.jobs.getByRole('listitem').count();
      await this.journal.picture(this.strata.page, 'activity');
      await this.strata.page.keyboard.press('Escape');
      await this.#shell.open('Settings');
      await this.journal.picture(this.strata.page, 'settings');
      return `${jobs} jobs listed`;
    });
  }

  async logOut(project: string): Promise<void> {
    const { registry } = this.scene;
    await this.journal.step('log out everywhere; a push is refused then', async () => {
      const { page } = this.strata;
      await this.#shell.open('Registries');
      await page.getByRole('button', { name: 'Log out everywhere' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Log out everywhere' }).click();
      await expect(this.#registries.login(registry)).toHaveCount(0);
      await page.keyboard.press('Escape');
      await this.#open(`${project}:latest`);
      await this.#image.openPush();
      await this.#push.destination.fill(`${registry}/tour/${project}:2.0`);
      await this.#push.push.click();
      await expect(this.#push.alert).toContainText(/log in/i, BUILD_LIMIT);
      await this.journal.picture(page, 'push-refused');
      await this.#push.close();
      return 'erased, and the registry refused';
    });
  }

  async everyScreenInTheDark(project: string): Promise<void> {
    await this.journal.step('every screen in the dark', async () => {
      const { page } = this.strata;
      await this.#shell.open('Settings');
      await page.getByRole('radio', { name: 'Dark' }).check();
      await this.journal.picture(page, 'dark-settings');
      await this.#shell.open('Registries');
      await this.journal.picture(page, 'dark-registries');
      await this.#shell.open('Disk');
      await this.journal.picture(page, 'dark-disk');
      await this.#shell.open('Build');
      await this.journal.picture(page, 'dark-build');
      await this.#open(`${project}:latest`);
      await this.journal.picture(page, 'dark-image');
      await this.#shell.open('Images');
      await this.#images.filter.fill('');
      await this.journal.picture(page, 'dark-images');
      return 'settings, registries, disk, build, image, images';
    });
  }

  async #runBuild(project: string): Promise<void> {
    await this.#shell.open('Build');
    await this.#build.openFolder(join(this.scene.work, project));
    await expect(this.#build.imageName).toHaveValue(new RegExp(`^${project}`));
    await this.#build.imageName.fill(`${project}:latest`);
    await this.#build.build.click();
    await expect(this.strata.page.getByRole('button', { name: 'Open image' })).toBeVisible(BUILD_LIMIT);
  }

  async #open(reference: string): Promise<void> {
    await this.#shell.open('Images');
    await this.#images.open(reference);
    await expect(this.#image.heading(reference)).toBeVisible();
  }

  async #idOf(reference: string): Promise<string> {
    return (await this.stage.engine.docker(['image', 'inspect', '--format', '{{.Id}}', reference])).trim();
  }

  async #pullWithCli(reference: string): Promise<string> {
    const { registry, username, password } = this.scene;
    const { engine } = this.stage;
    await engine.docker(['login', '--username', username, '--password-stdin', registry], { input: password });
    try {
      await engine.docker(['rmi', '--force', reference]).catch(() => undefined);
      await engine.docker(['pull', reference]);
      return await this.#idOf(reference);
    } finally {
      await engine.docker(['logout', registry]);
    }
  }
}
