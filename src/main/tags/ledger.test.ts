import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OnDamaged } from '../files/index.js';
import { openLedger, type KeptMove } from './ledger.js';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strata-ledger-'));
  file = join(folder, 'tags', 'moves.ndjson');
});
afterEach(() => rm(folder, { recursive: true }));

const strict = (message: string, error: unknown): never => {
  throw new Error(message, { cause: error });
};
const whole: OnDamaged = ({ aside }) => {
  throw new Error(`damaged: ${aside}`);
};
const move = (at: number): KeptMove => ({
  engine: 'unix:///a',
  reference: `app:${at}`,
  from: null,
  to: 'sha256:a',
  at,
  by: 'tag',
});

describe('the moves that were seen', () => {
  it('are there after a restart', async () => {
    const ledger = openLedger(file, whole, strict);
    await Promise.all([ledger.add([move(1)]), ledger.add([move(2), move(3)])]);
    expect(await openLedger(file, whole, strict).moves()).toEqual([move(1), move(2), move(3)]);
  });

  it('are never more than so many: the oldest go', async () => {
    const ledger = openLedger(file, whole, strict);
    await ledger.add(Array.from({ length: 2_005 }, (_, at) => move(at)));
    const kept = await openLedger(file, whole, strict).moves();
    expect(kept).toHaveLength(2_000);
    expect(kept[0]).toEqual(move(5));
  });

  it('are kept once, however many follow the engine, and by themselves for each engine', async () => {
    const ledger = openLedger(file, whole, strict);
    const elsewhere = { ...move(1), engine: 'unix:///b' };
    await Promise.all([ledger.add([move(1)]), ledger.add([move(1), elsewhere])]);
    expect(await ledger.moves()).toEqual([move(1), elsewhere]);
    const back = { ...move(1), from: 'sha256:a', to: null };
    await ledger.add([back]);
    await ledger.add([move(1)]);
    expect(await ledger.moves()).toEqual([move(1), elsewhere, back, move(1)]);
  });

  it('damaged lines are set aside and said; the others count', async () => {
    await openLedger(file, whole, strict).add([move(1), move(2)]);
    const text = await readFile(file, 'utf8');
    await writeFile(file, `${text}{"engine":"unix:///a","ref\nnot json\n${JSON.stringify({ at: -1 })}\n`);
    const heard: string[] = [];
    const ledger = openLedger(file, ({ what, aside }) => heard.push(`${what} ${aside}`), strict);
    expect(await ledger.moves()).toEqual([move(1), move(2)]);
    expect(heard).toEqual([`tags ${file}.damaged`]);
    expect(await ledger.setAside()).toEqual({ lines: 3, file: `${file}.damaged` });
    expect(await readFile(`${file}.damaged`, 'utf8')).toContain('not json');
    await ledger.add([move(3)]);
    const again = openLedger(file, whole, strict);
    expect(await again.moves()).toEqual([move(1), move(2), move(3)]);
    expect(await again.setAside()).toBeNull();
  });

  it('are gone once cleared, with what was set aside', async () => {
    await openLedger(file, whole, strict).add([move(1)]);
    await writeFile(file, 'broken\n', { flag: 'a' });
    const ledger = openLedger(file, () => undefined, strict);
    await ledger.clear();
    expect(await ledger.moves()).toEqual([]);
    expect(await readdir(join(folder, 'tags'))).toEqual(['moves.ndjson']);
    expect(await readFile(file, 'utf8')).toBe('');
  });

  it('a file that can not be read is said, and nothing is shown of it', async () => {
    await writeFile(join(folder, 'tags'), 'a file where the folder belongs');
    const said: string[] = [];
    const ledger = openLedger(file, whole, (message) => said.push(message));
    expect(await ledger.moves()).toEqual([]);
    await ledger.add([move(1)]);
    expect(said).toEqual([
      'the history of tags could not be read',
      'the history of tags could not be written',
    ]);
  });
});
