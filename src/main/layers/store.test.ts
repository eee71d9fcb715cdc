import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createLayerWriter } from './layer-file.js';
import { createLayerStore } from './store.js';

let folder: string;
let damaged: string[];
beforeEach(async () => {
  damaged = [];
  folder = await mkdtemp(join(tmpdir(), 'strata-store-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

const diffId = (letter: string): string => `sha256:${letter.repeat(64)}`;

/** Keeps layers of the same few bytes, used one after the other. */
async function filled(mostBytes: number, letters: string) {
  const store = createLayerStore(folder, (name) => damaged.push(name), mostBytes);
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

  it('is set aside and told when it is damaged', async () => {
    const store = await filled(9 * EACH, 'a,b');
    const file = join(folder, `${'a'.repeat(64)}.layer`);
    const bytes = (await readFile(file)).subarray(0, -1);
    await writeFile(file, bytes);
    expect(await store.read(diffId('a'))).toBeNull();
    expect(await store.has(diffId('a'))).toBe(false);
    expect(damaged).toEqual([expect.stringMatching(/^a{64}\.layer\.damaged-\d+$/)]);
    expect(await readFile(join(folder, damaged[0]!))).toEqual(bytes);
    expect(await store.read(diffId('b'))).not.toBeNull();
  });

  it('makes room for the rest also by what is set aside', async () => {
    const store = await filled(2 * EACH, 'a,b,c');
    await writeFile(join(folder, `${'a'.repeat(64)}.layer`), Buffer.alloc(EACH));
    await store.read(diffId('a'));
    await store.read(diffId('b'));
    await store.evict(new Set([diffId('b'), diffId('c')]));
    expect((await readdir(folder)).sort().map((name) => name.replace(/^(.)\1*/, '$1'))).toEqual([
      'b.layer',
      'c.layer',
    ]);
  });

  it('of another version’s form is no damage: it goes, to be read anew', async () => {
    const store = await filled(9 * EACH, 'a');
    const file = join(folder, `${'a'.repeat(64)}.layer`);
    const bytes = await readFile(file);
    bytes[7]!--;
    await writeFile(file, bytes);
    expect(await store.read(diffId('a'))).toBeNull();
    expect(damaged).toEqual([]);
    expect(await left()).toBe('');
  });

  it('is nothing where nothing was read', async () => {
    const store = createLayerStore(join(folder, 'none'), (name) => damaged.push(name));
    expect(await store.read(diffId('a'))).toBeNull();
    expect(await store.has(diffId('a'))).toBe(false);
    await store.evict(new Set());
  });
});
