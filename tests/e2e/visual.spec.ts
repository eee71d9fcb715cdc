/** How every screen looks, light and dark. What differs from run to run is written alike first, and the type is the set-up's own. */
import { expect, type Page } from '@playwright/test';
import { startStage } from '../support/stage.js';
import { launchStrata } from '../support/strata.js';
import { join } from 'node:path';
import { ArchiveDialog } from './pages/archive-dialog.js';
import { BuildPage } from './pages/build-page.js';
import { ComparePage } from './pages/compare-page.js';
import { DiskPage } from './pages/disk-page.js';
import { EngineDialog } from './pages/engine-dialog.js';
import { FilesPanel } from './pages/files-panel.js';
import { ImagePage } from './pages/image-page.js';
import { ImagesPage } from './pages/images-page.js';
import { Keyboard } from './pages/keyboard.js';
import { PullDialog } from './pages/pull-dialog.js';
import { PushDialog } from './pages/push-dialog.js';
import { Shell } from './pages/shell.js';
import { TourPanel } from './pages/tour-panel.js';
import { copyProject, emptyFolder, setWindowSize, test } from './test.js';

test('every screen looks as it was approved, light and dark', async () => {
  // An engine of its own: what other tests have built would stand in the lists.
  const stage = await startStage({ keyring: true, display: true });
  const strata = await launchStrata({ dockerHost: stage.engine.host, env: stage.env });
  try {
    const { page } = strata;
    const shell = new Shell(page);
    await setWindowSize(strata, 1280, 800);
    await page.evaluate(writeAlike);
    const dialog = page.getByRole('dialog');
    const looks = async (name: string): Promise<void> => {
      for (const theme of ['light', 'dark']) {
        await page.evaluate((to) => document.documentElement.setAttribute('data-theme', to), theme);
        const options = {
          animations: 'disabled',
          scale: 'css',
          // Less than a button's edge: one that moved by a pixel is seen.
          maxDiffPixels: 40,
        } as const;
        const file = `${name}-${theme}.png`;
        if (name.startsWith('dialog-')) await expect.soft(dialog).toHaveScreenshot(file, options);
        else await expect.soft(page).toHaveScreenshot(file, { ...options, mask: whatIsMeasured(page) });
      }
    };

    // The platforms come after the rows.
    for (const name of ['alpine:3.20', 'busybox:1.36', 'debian:stretch-slim', 'node:6-alpine'])
      await expect(new ImagesPage(page).row(name)).toContainText('linux/any');
    await looks('images');
    await new ImagesPage(page).open('alpine:3.20');
    const image = new ImagePage(page);
    // What each tab has to wait for.
    const last = {
      Layers: page.getByRole('button', { name: 'Read the files' }),
      'How it runs': page.getByRole('heading', { name: 'Labels' }),
      Tags: page.getByText('Strata has not seen these names move'),
      Containers: page.getByText('No space comes free'),
      Inspect: page.locator('pre').first(),
    } as const;
    for (const tab of ['Layers', 'How it runs', 'Tags', 'Containers', 'Inspect'] as const) {
      await image.openTab(tab);
      await expect(last[tab]).toBeVisible();
      await looks(`image-${tab.toLowerCase().replaceAll(' ', '-')}`);
    }
    // Its files as they differ from another image's.
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    const compare = new ComparePage(page);
    await compare.other.fill('busybox:1.36');
    await page.keyboard.press('Enter');
    await expect(compare.entry('etc')).toBeVisible({ timeout: 60_000 });
    await looks('compare');

    const archive = join(await emptyFolder(), 'images.tar');
    await stage.engine.docker(['save', '--output', archive, 'alpine:3.20']);
    const archives = new ArchiveDialog(strata);
    await archives.drop(archive);
    await expect(archives.names.getByRole('row', { name: 'alpine:3.20' })).toContainText('Already here');
    await looks('dialog-archive');
    await archives.press('loading', 'Look inside');
    await expect(image.heading('images.tar')).toBeVisible();
    await expect(new FilesPanel(page).entry('etc')).toBeVisible();
    await looks('archive');

    await shell.open('Build');
    const build = new BuildPage(page);
    await expect(build.folder).toBeVisible();
    await looks('build');
    await build.openFolder(await copyProject('hello-web'));
    await expect(page.getByRole('region', { name: 'Cache forecast' })).toContainText('runs');
    await looks('build-project');
    await build.build.click();
    await expect(page.getByText(/^Built /)).toBeVisible({ timeout: 60_000 });
    const parts = (name: RegExp) => page.getByRole('button', { name });
    await expect(parts(/^Cache forecast/)).toContainText('Everything will be reused');
    await expect(parts(/^History/)).toContainText('1 build');
    await looks('build-done');
    await build.openFolder(await copyProject('failing-run'));
    await build.build.click();
    await expect(build.alert).toBeVisible({ timeout: 60_000 });
    await expect(parts(/^Cache forecast/)).toContainText('1 of 3 steps will run');
    await expect(parts(/^History/)).toContainText('1 build');
    await looks('build-failed');
    await shell.open('Registries');
    await expect(page.getByRole('heading', { name: 'Nobody is logged in' })).toBeVisible();
    await looks('registries');
    await shell.open('Disk');
    await expect(new DiskPage(page).measured).toContainText('Measured', { timeout: 60_000 });
    await looks('disk');
    await shell.open('Settings');
    await expect(page.getByRole('heading', { name: 'Runtime' })).toBeVisible();
    await expect(page.getByText(/^\d+ builds/)).toBeVisible();
    await looks('settings');

    await shell.open('Images');
    await new ImagesPage(page).open('alpine:3.20');
    await expect(image.heading('alpine:3.20')).toBeVisible();
    for (const [name, keys, there] of [
      ['palette', 'Control+k', 'option'],
      ['shortcuts', '?', 'heading'],
    ] as const) {
      await page.keyboard.press(keys);
      await expect(dialog.getByRole(there).first()).toBeVisible();
      await looks(`dialog-${name}`);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
    await new EngineDialog(page).open();
    await expect(dialog.getByText('Looking')).toBeHidden();
    await looks('dialog-engines');
    await page.keyboard.press('Escape');
    await page.getByRole('main').getByRole('button', { name: 'Push', exact: true }).click();
    await expect(new PushDialog(page).destination).toBeVisible();
    await expect(dialog.getByText('Asking the registry')).toBeHidden({ timeout: 60_000 });
    await looks('dialog-push');
    await page.keyboard.press('Escape');
    await shell.open('Images');
    await new PullDialog(page).open();
    await expect(new PullDialog(page).dialog).toBeVisible();
    await looks('dialog-pull');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox').fill('');
    await new Keyboard(page).choose('tour', /tour/i);
    await expect(new TourPanel(page).heading('What an image is')).toBeVisible();
    await looks('tour');
  } finally {
    await strata.close();
    await stage.stop();
  }
});

/** What is drawn by size, and lists of what this machine has. */
const whatIsMeasured = (page: Page) => [
  page.locator('.bands'),
  page.locator('.glyph'),
  page.getByRole('tabpanel', { name: 'Inspect' }).locator('pre'),
  page.locator('main .bar[aria-hidden=true]'),
  new BuildPage(page).folder,
  // BuildKit begins what needn't wait for each other in any order.
  new BuildPage(page).steps,
  page.getByRole('heading', { name: 'Engine' }).locator('..').locator('dl'),
  page.getByRole('figure'),
];

/** Runs in the page: keeps everything that is written free of what a run, a machine or a moment has of its own. */
function writeAlike(): void {
  const own: readonly (readonly [RegExp, string])[] = [
    [/\b[0-9a-f]{12,64}\b/g, '0123456789ab'],
    [/\b\d+(?:[.,]\d+)? (?:B|kB|MB|GB)\b/g, '1.23 MB'],
    [/\bjust now\b|\b(?:an?|\d+) (?:second|minute|hour|day|week|month|year)s? ago\b/g, '3 days ago'],
    [/\b(?:unix|tcp):\/\/\S+/g, 'unix:///run/docker.sock'],
    [/127\.0\.0\.1:\d+/g, '127.0.0.1:5000'],
    [/\/(?:tmp|dev\/shm)\/\S+/g, '/tmp/folder'],
    [/\b\d+\.\d+\.\d+\S*/g, '1.2.3'],
    [/\b\d+(?:\.\d+)? (?:ms|s)\b/g, '1 s'],
    [/\blinux\/(?:amd64|arm64)\b/g, 'linux/any'],
  ];
  const alike = (node: Node): void => {
    const words = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    for (let at: Node | null = words.currentNode; at !== null; at = words.nextNode()) {
      // What stands in an editor is the file's.
      if (!(at instanceof Text) || at.parentElement?.closest('[contenteditable]')) continue;
      const text = own.reduce((all, [found, put]) => all.replaceAll(found, put), at.data);
      // The same words written again would be a change again.
      if (text !== at.data) at.data = text;
    }
  };
  const root = document.documentElement;
  root.style.setProperty('--font', "'Liberation Sans'");
  root.style.setProperty('--font-mono', "'Liberation Mono'");
  alike(root);
  new MutationObserver((changes) => changes.forEach(({ target }) => alike(target))).observe(root, {
    subtree: true,
    childList: true,
    characterData: true,
  });
}
