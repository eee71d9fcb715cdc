/** Pictures leave the window: each saved in every form and copied, its numbers those of the table behind it, which the keyboard reaches. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatBytes, formatDuration } from '../../src/shared/units.js';
import type { RunningStrata } from '../support/strata.js';
import { BuildHistoryPart } from './pages/build-history.js';
import { BuildPage } from './pages/build-page.js';
import { DiskPage } from './pages/disk-page.js';
import { ImagePage } from './pages/image-page.js';
import { ImagesPage } from './pages/images-page.js';
import { PictureBar } from './pages/picture-bar.js';
import { Shell } from './pages/shell.js';
import { copyProject, emptyFolder, test } from './test.js';

type Saved = {
  readonly proposed: readonly string[];
  readonly svg: string;
  /** Width and height, as the PNG itself says. What was copied has as many. */
  readonly pixels: readonly [number, number];
  /** Cells, without the heads. */
  readonly rows: readonly (readonly string[])[];
};

/** Saves a picture in every form. */
async function saveAll(bar: PictureBar): Promise<Saved> {
  const folder = await emptyFolder();
  const [svg, png, csv] = ['svg', 'png', 'csv'].map((ending) => join(folder, `saved.${ending}`)) as [
    string,
    string,
    string,
  ];
  const proposed = [
    await bar.save('SVG picture', svg),
    await bar.save('PNG picture', png),
    await bar.save('CSV table', csv),
  ];
  const bytes = await readFile(png);
  expect(bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  const pixels = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] as const;
  const copied = await bar.copyPicture();
  expect(copied.size).toEqual(pixels);
  // Words and bands, not a plain ground.
  expect(copied.colours).toBeGreaterThan(10);
  return {
    proposed,
    svg: await readFile(svg, 'utf8'),
    pixels,
    rows: cellsOf(await readFile(csv, 'utf8')).slice(1),
  };
}

/** RFC 4180, read back. */
function cellsOf(csv: string): string[][] {
  expect(csv).toMatch(/\r\n$/);
  return csv
    .slice(0, -2)
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
}

/** What a browser reads of a saved SVG: all of its text, and how large it is. */
async function readSvg({ page }: RunningStrata, svg: string) {
  return page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'image/svg+xml');
    const root = document.documentElement;
    return {
      broken: document.querySelector('parsererror') !== null,
      words: [...document.querySelectorAll('text, title')].map(({ textContent }) => textContent).join('\n'),
      size: [Number(root.getAttribute('width')), Number(root.getAttribute('height'))] as const,
    };
  }, svg);
}

/** Shows the table by the keyboard alone, and gives the cells of its body. Copied, it is what was saved. axe has nothing to object to. */
async function tableByKeyboard(bar: PictureBar, table: Locator, { rows: saved }: Saved): Promise<string[][]> {
  await bar.asTable.focus();
  await bar.strata.page.keyboard.press('Enter');
  await expect(table).toBeVisible();
  await expect(bar.asPicture).toBeFocused();
  const { violations } = await new AxeBuilder({ page: bar.strata.page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  for (const head of await table.locator('thead th').all())
    await expect(head).toHaveAttribute('scope', 'col');
  const [, ...copied] = (await bar.copyTable()).trimEnd().split('\n');
  expect(copied.map((line) => line.split('\t'))).toEqual(saved);
  await bar.asPicture.focus();
  const rows = await table.locator('tbody tr').all();
  return Promise.all(
    rows.map(async (row) => (await row.locator('td').allInnerTexts()).map((cell) => cell.trim())),
  );
}

async function expectPicture(strata: RunningStrata, saved: Saved, names: readonly string[]): Promise<void> {
  const { broken, words, size } = await readSvg(strata, saved.svg);
  expect(broken).toBe(false);
  for (const name of names) expect(words).toContain(name);
  expect(saved.pixels[0]).toBe(2 * size[0]);
  expect(saved.pixels[1]).toBe(Math.floor(2 * size[1]));
}

test('the stack of an image and the map of the disk are saved, and shown as tables', async ({
  stage,
  strata,
}) => {
  const build = (name: string, text: string) =>
    stage.engine.docker(['build', '--quiet', '--tag', name, '-'], { input: text });
  await build('drawn:1', 'FROM alpine:3.20\nRUN echo "one, <b>two</b> & three" > /words\nRUN touch /empty\n');
  const { page } = strata;
  await new ImagesPage(page).open('drawn:1');
  await expect(new ImagePage(page).bands.first()).toHaveAccessibleName(/in no other image/);

  const stack = new PictureBar(strata, 'Layers of drawn:1');
  const saved = await saveAll(stack);
  expect(saved.proposed).toEqual(['svg', 'png', 'csv'].map((form) => `Layers-of-drawn-1.${form}`));
  await expectPicture(strata, saved, ['RUN echo "one, <b>two</b> & three" > /words', 'RUN touch /empty']);
  const layers = page.getByRole('table', { name: 'Layers of drawn:1, the base last' });
  const shown = await tableByKeyboard(stack, layers, saved);
  expect(
    saved.rows.map(([place = '', instruction = '', bytes = '', id = '', sharing = '']) => [
      place,
      instruction,
      formatBytes(Number(bytes)),
      id.slice('sha256:'.length).slice(0, 12),
      sharing,
    ]),
  ).toEqual(shown);
  expect(shown).toHaveLength(3);
  await page.keyboard.press('Enter');
  await expect(layers).toBeHidden();
  await expect(new ImagePage(page).layers).toBeVisible();

  await new Shell(page).open('Disk');
  const disk = new DiskPage(page);
  await expect(disk.measured).toContainText('Measured', { timeout: 60_000 });
  const map = new PictureBar(strata, 'Shared layers');
  const drawn = await saveAll(map);
  expect(drawn.proposed[1]).toBe('Shared-layers.png');
  const shared = await tableByKeyboard(map, disk.map.getByRole('table'), drawn);
  await expectPicture(
    strata,
    drawn,
    shared.map(([name = '']) => name.slice(0, 12)),
  );
  expect(
    drawn.rows.map(([name = '', count = '', , bytes = '', saves = '']) => [
      name,
      count,
      formatBytes(Number(bytes)),
      formatBytes(Number(saves)),
    ]),
  ).toEqual(shared.map(([name, images = '', ...sizes]) => [name, images.split(':')[0], ...sizes]));
  expect(shared.length).toBeGreaterThan(0);
  await stage.engine.docker(['rmi', 'drawn:1']);
});

test('the timeline and the trend of builds are saved, shown as tables, and lead to a build', async ({
  strata,
}) => {
  const { page } = strata;
  const build = new BuildPage(page);
  const history = new BuildHistoryPart(page);
  await new Shell(page).open('Build');
  await build.openFolder(await copyProject('hello-web'));
  await build.build.click();
  const again = page.getByRole('button', { name: 'Build again' });
  await expect(again).toBeVisible({ timeout: 60_000 });
  const name = await build.imageName.inputValue();

  await page.getByRole('button', { name: /^Timeline/ }).click();
  const timeline = new PictureBar(strata, `Timeline of building ${name}`);
  const saved = await saveAll(timeline);
  expect(saved.proposed[0]).toMatch(/^Timeline-of-building-hello-web.*\.svg$/);
  const steps = await tableByKeyboard(timeline, page.getByRole('table', { name: 'Timeline' }), saved);
  await expectPicture(
    strata,
    saved,
    steps.map(([step = '']) => step),
  );
  expect(
    saved.rows.map(([step, kind, from = '', ms = '']) => [
      step,
      kind,
      formatDuration(Number(from)),
      formatDuration(Number(ms)),
    ]),
  ).toEqual(steps);
  for (const row of saved.rows) expect(Number.isNaN(Date.parse(row.at(-1) ?? ''))).toBe(false);

  await history.unfold();
  const trend = new PictureBar(strata, 'Builds of hello-web');
  await expect(history.bars).toHaveCount(1);
  await again.click();
  await expect(history.bars).toHaveCount(2, { timeout: 60_000 });
  const kept = await saveAll(trend);
  expect(kept.proposed[2]).toBe('Builds-of-hello-web.csv');
  await expectPicture(strata, kept, ['Builds of hello-web', 'Image size']);
  const builds = await tableByKeyboard(trend, history.region.getByRole('table', { name: 'Trends' }), kept);
  expect(
    kept.rows.map(([, outcome, ms = '', cached = '', all = '', bytes = '']) => [
      outcome,
      formatDuration(Number(ms)),
      `${cached} of ${all} cached`,
      formatBytes(Number(bytes)),
    ]),
  ).toEqual(builds.map(([, ...cells]) => cells));
  expect(Number(kept.rows[0]?.[5])).toBeGreaterThan(0);
  await page.keyboard.press('Enter');

  // The newest is where Tab comes in; the arrow leads to the one before.
  await history.bars.last().focus();
  await page.keyboard.press('ArrowLeft');
  await expect(history.bars.first()).toBeFocused();
  await expect(history.region.getByText(/, Done, .* cached, /)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(history.dialog).toContainText('It is the first of its Dockerfile and target.');
});
