/** The language: chosen while work goes on, kept for the next start; and what no translation has reached, or doesn't turn round. */
import { expect, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatAge, formatBytes } from '../../src/shared/units.js';
import { say, speak } from '../../src/shared/words/index.js';
import { PSEUDO_MARK } from '../../src/shared/words/pseudo.js';
import type { RunningStrata } from '../support/strata.js';
import { BuildPage } from './pages/build-page.js';
import { DockerfileEditor } from './pages/dockerfile-editor.js';
import { Shell } from './pages/shell.js';
import { copyProject, setWindowSize, test } from './test.js';
import { SAME, tooWide, unsaidTexts } from './unsaid.js';

const menuLabels = ({ app }: RunningStrata): Promise<readonly string[]> =>
  app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap(({ label, submenu }) => [
      label,
      ...(submenu?.items ?? []).map((item) => item.label),
    ]),
  );

async function expectGerman(page: Page): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Hauptbereiche' })).toContainText('Einstellungen');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
}

test('another language is spoken at once in every window, loses nothing, and is spoken after a restart', async ({
  strata,
  launch,
}) => {
  const { app, page } = strata;
  const shell = new Shell(page);
  const editor = new DockerfileEditor(page);
  const build = new BuildPage(page);
  await shell.open('Build');
  await build.buildSlowly(await copyProject('slow-run'));
  const folder = await copyProject('hello-web');
  await build.openFolder(folder);
  await editor.append('\n# typed, and not saved');
  await expect(editor.condition).toHaveText('Not saved');

  const [second] = await Promise.all([app.waitForEvent('window'), page.keyboard.press('Control+Shift+n')]);
  await new Shell(second).open('Settings');
  await second.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch');

  await expectGerman(second);
  await expect(second.getByRole('heading', { level: 1, name: 'Einstellungen' })).toBeVisible();
  await expect(second.getByRole('combobox', { name: 'Sprache' })).toHaveValue('de');
  await expectGerman(page);
  // So that it begins in German if it is loaded again.
  expect(new URL(page.url()).searchParams.get('language')).toBe('de');
  await expect
    .poll(() => menuLabels(strata))
    .toEqual(expect.arrayContaining(['&Datei', 'Neues Fenster', 'Rückgängig', 'Minimieren', '&Hilfe']));

  // An action is found by its German words, and by the English ones that people know from elsewhere.
  for (const words of ['herunterladen', 'download']) {
    await second.keyboard.press('Control+k');
    await second.getByRole('combobox', { name: 'Aktionen und Images suchen' }).fill(words);
    await expect(second.getByRole('dialog').getByRole('option').first()).toHaveAccessibleName(
      /^Image pullen…/,
    );
    await second.keyboard.press('Escape');
  }

  // What was typed is there, is not in the file, and can still be saved.
  await editor.expectText(/# typed, and not saved$/);
  expect(await readFile(join(folder, 'Dockerfile'), 'utf8')).not.toContain('# typed');
  await editor.text.focus();
  await page.keyboard.press('ControlOrMeta+s');
  await expect.poll(() => readFile(join(folder, 'Dockerfile'), 'utf8')).toContain('# typed, and not saved');

  // The build goes on, and is where it was.
  await page.getByRole('button', { name: /^Aktivität 1\s*läuft$/ }).click();
  await expect(shell.jobs.getByRole('listitem')).toHaveAttribute('data-state', 'running');
  await shell.jobs.getByRole('button', { name: / abbrechen$/ }).click();
  await expect(shell.jobs.getByRole('listitem')).toHaveAttribute('data-state', 'cancelled', {
    timeout: 30_000,
  });
  await strata.quit();

  const again = await launch({ home: strata.home });
  await expectGerman(again.page);
  await expect.poll(() => menuLabels(again)).toContain('&Datei');
});

test('no column of the list cuts off what it says in German', async ({ launch }) => {
  const strata = await launch({ env: { STRATA_LANGUAGE: 'de' } });
  const { page } = strata;
  await setWindowSize(strata, 1280, 800);
  const grid = page.getByRole('grid', { name: 'Images' });
  const row = grid.getByRole('row', { name: 'alpine:3.20', exact: true });
  await expect(row).toContainText('linux/amd64');
  await page.getByRole('button', { name: 'Ansicht' }).click();
  for (const column of ['Eigen', 'Geteilt'])
    await page.getByRole('checkbox', { name: column, exact: true }).check();
  await page.keyboard.press('Escape');

  // Sorted by, a head has its arrow as well.
  const heads = grid.getByRole('columnheader').filter({ has: page.getByRole('button') });
  expect(await heads.allInnerTexts()).toEqual(
    expect.arrayContaining(['ID', 'Plattform', 'Größe', 'Eigen', 'Geteilt', 'Erstellt', 'In Gebrauch']),
  );
  for (const head of await heads.all()) {
    await head.getByRole('button').click();
    await expect(head).toHaveAttribute('aria-sort', /./);
    expect.soft(await head.evaluate(isCutOff), await head.innerText()).toBe(false);
  }

  const now = Date.now();
  const [second, day] = [1000, 86_400_000];
  await speak('de');
  const longest = {
    created: [
      59 * second,
      3_599 * second,
      23 * 3_600 * second,
      13 * day,
      59 * day,
      355 * day,
      56 * 365.25 * day,
    ].map((ms) => formatAge(now - ms, now)),
    size: [888e6, 8.88e9, 88.8e9].map(formatBytes),
    unique: [888e6, 8.88e9].map(formatBytes),
    shared: [888e6, 8.88e9].map(formatBytes),
    platform: ['linux/arm64/v8', 'windows/amd64'],
    containers: [say('images.cell.containers', { count: 888 })],
  };
  await speak('en');
  expect(longest.created).toContain('vor 11 Monaten');
  for (const [column, texts] of Object.entries(longest))
    for (const text of texts) {
      const cell = row.locator(`.${column} .text`);
      await cell.evaluate((element, words) => element.replaceChildren(words), text);
      expect.soft(await cell.evaluate(isCutOff), `${column}: ${text}`).toBe(false);
    }
});

/** Runs in the page: whether something needs more room than it has. */
function isCutOff(element: Element): boolean {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect().width > element.getBoundingClientRect().width + 0.5;
}

const screens = ['images', 'build', 'registries', 'disk', 'settings'] as const;

test('a language that runs from right to left turns everything round, and no words are left out of it', async ({
  launch,
  stage,
}, testInfo) => {
  // What images are called is their owner's.
  const list = await stage.engine.docker(['images', '--format', '{{.Repository}} {{.Tag}}']);
  const same = [SAME, ...new Set(list.match(/\p{L}{2,}/gu))].join('|');
  const strata = await launch({ env: { STRATA_LANGUAGE: 'ar-XB' } });
  const { page } = strata;
  await setWindowSize(strata, 1280, 800);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  const navigation = await page.getByRole('navigation').boundingBox();
  const main = await page.getByRole('main').boundingBox();
  expect(navigation?.x).toBeGreaterThanOrEqual((main?.x ?? NaN) + (main?.width ?? NaN));

  for (const name of screens) {
    await page.locator(`nav a[href="#${name}"]`).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('status', { name: /./ }).first()).toBeVisible();
    await testInfo.attach(name, { body: await page.screenshot(), contentType: 'image/png' });
    expect.soft(await page.evaluate(tooWide), name).toEqual([]);
    const unsaid = await page.evaluate(unsaidTexts, { mark: PSEUDO_MARK, same });
    expect.soft(unsaid, name).toEqual([]);
    expect.soft(await page.title(), name).toContain(PSEUDO_MARK);
  }
});

test('where lines run from right to left, arrows point and lead the other way', async ({ launch }) => {
  const { page } = await launch({ env: { STRATA_LANGUAGE: 'ar-XB' } });
  const row = page.getByRole('grid').getByRole('row', { name: 'alpine:3.20', exact: true });
  // A name is read from left to right all the same.
  const [repository, tag] = await Promise.all([
    row.locator('.repository').boundingBox(),
    row.locator('.tag').boundingBox(),
  ]);
  expect(tag?.x).toBeGreaterThanOrEqual((repository?.x ?? NaN) + (repository?.width ?? NaN));
  await row.dblclick();

  const back = page.locator('header .lucide-arrow-left').first();
  await expect(back).toHaveCSS('scale', '-1 1');
  const files = page.getByRole('tabpanel').locator('.files');
  await files.getByRole('button').last().click();
  const tree = files.getByRole('tree');
  const folder = tree.getByRole('treeitem', { expanded: false }).first();
  await expect(folder).toBeVisible({ timeout: 30_000 });
  const name = (await folder.getAttribute('aria-label')) ?? '';
  const entry = tree.getByRole('treeitem', { name, exact: true });
  await entry.click();
  await expect(entry).toHaveAttribute('aria-expanded', 'true');
  const turned = entry.locator('span:has(> .lucide-chevron-right)');
  await expect(turned).toHaveCSS('rotate', '-90deg');
  await tree.focus();
  await page.keyboard.press('ArrowRight');
  await expect(entry).toHaveAttribute('aria-expanded', 'false');
  await expect(turned).toHaveCSS('rotate', 'none');
  await page.keyboard.press('ArrowLeft');
  await expect(entry).toHaveAttribute('aria-expanded', 'true');
});
