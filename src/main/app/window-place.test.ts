import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { areaFor, keepWindows, readWindows, type WindowPlace } from './window-place.js';

const main = { x: 0, y: 24, width: 1600, height: 976 };
const second = { x: 1600, y: 0, width: 1920, height: 1080 };
const at = (place: Partial<WindowPlace>): WindowPlace => ({
  x: 100,
  y: 100,
  width: 900,
  height: 700,
  maximised: false,
  ...place,
});

describe('a window', () => {
  it('that was never opened has the usual size, where the system puts it', () => {
    expect(areaFor(null, [main])).toEqual({ width: 1280, height: 840 });
    expect(areaFor(null, [{ x: 0, y: 0, width: 800, height: 600 }])).toEqual({ width: 800, height: 600 });
  });

  it('opens where it was, on whichever screen', () => {
    expect(areaFor(at({}), [main])).toEqual({ x: 100, y: 100, width: 900, height: 700 });
    expect(areaFor(at({ x: 1700 }), [main, second])).toMatchObject({ x: 1700, y: 100 });
    expect(areaFor(at({ x: -500 }), [main])).toMatchObject({ x: -500 });
  });

  it.each([
    ['on a screen that is gone', at({ x: 1700 })],
    ['beside every screen', at({ x: 1590 })],
    ['with its top above the screen', at({ y: -20 })],
    ['below the screen', at({ y: 990 })],
  ])('that was %s comes to the middle of the main one', (_, place) => {
    expect(areaFor(place, [main])).toEqual({ x: 350, y: 162, width: 900, height: 700 });
  });

  it('is never larger than its screen', () => {
    expect(areaFor(at({ width: 5000, height: 5000 }), [main])).toMatchObject({ width: 1600, height: 976 });
  });
});

describe('what is kept', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'strata-place-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is read as it was written, and nothing else is left', () => {
    const file = join(folder, 'window.json');
    const windows = [
      { ...at({ maximised: true }), engine: null },
      { ...at({ x: 400 }), engine: 'context:far' },
    ];
    keepWindows(file, windows);
    expect(readWindows(file)).toEqual(windows);
    expect(readdirSync(folder)).toEqual(['window.json']);
  });

  it('before each window had an engine is the place of one', () => {
    const file = join(folder, 'window.json');
    writeFileSync(file, JSON.stringify(at({})));
    expect(readWindows(file)).toEqual([at({})]);
  });

  it('is of so many windows: the oldest go', () => {
    const file = join(folder, 'window.json');
    keepWindows(
      file,
      Array.from({ length: 22 }, (_, x) => ({ ...at({ x }), engine: null })),
    );
    expect(readWindows(file).map(({ x }) => x)).toEqual(Array.from({ length: 20 }, (_, x) => x + 2));
  });

  it.each([
    '',
    '{',
    '[]',
    '{"x":1}',
    JSON.stringify(at({ width: 1e9 })),
    JSON.stringify({ windows: [{ ...at({}), engine: 'x'.repeat(5_000) }] }),
  ])('is forgotten when it says %j', (text) => {
    const file = join(folder, 'window.json');
    writeFileSync(file, text);
    expect(readWindows(file)).toEqual([]);
  });

  it('is nothing before the first time', () => {
    expect(readWindows(join(folder, 'window.json'))).toEqual([]);
  });
});
