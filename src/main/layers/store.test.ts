import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createLayerWriter } from './layer-file.js';
import { createLayerStore } from './store.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strata-store-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

const diffId = (letter: string): string => `sha256:${letter.repeat(64)}`;

/** Keeps layers of the same few bytes, used one after the other. */
async function filled(mostBytes: number, letters: string) {
  const store = createLayerStore(folder, mostBytes);
  for (const [at, letter] of letters.split(',').entries()) {
    await store.keep(await store.draft(createLayerWriter().finish(new Uint8Array(0))), diffId(letter));
    await utimes(join(folder, `${letter.repeat(64)}.layer`), at + 1, at + 1);
  }
  return store;
}

const left = async (): Promise<string> =>
  (await readdir(folder))
    .map((name) => name[0])
    .sort()
    .join('');

const EACH = createLayerWriter().finish(new Uint8Array(0)).length;

describe('what is kept of layers', () => {
  it('makes room by what was not used for the longest time', async () => {
    const store = await filled(2 * EACH, 'a,b,c,d');
    await store.read(diffId('a'));
    await store.evict(new Set());
    expect(await left()).toBe('ad');
  });

  it('stays while it is in use, however much it is', async () => {
    const store = await filled(EACH, 'a,b,c');
    await store.evict(new Set([diffId('a'), diffId('b')]));
    expect(await left()).toBe('ab');
  });

  it('stays as it is below the limit', async () => {
    await (await filled(3 * EACH, 'a,b,c')).evict(new Set());
    expect(await left()).toBe('abc');
  });

  it('is nothing where nothing was read', async () => {
    const store = createLayerStore(join(folder, 'none'));
    expect(await store.read(diffId('a'))).toBeNull();
    expect(await store.has(diffId('a'))).toBe(false);
    await store.evict(new Set());
  });
});
