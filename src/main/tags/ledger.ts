/** The moves that were seen, kept in one file: a line of JSON each, oldest first, never more than so many. */
import { readFile, rm, stat } from 'node:fs/promises';
import { z } from 'zod';
import { moveCauses, type TagHistory, type TagMove } from '../../shared/contract/tags.js';
import { writeFileAtomic, type OnDamaged } from '../files/index.js';

const MOST_MOVES = 2_000;
/** A file that this writes is never larger; more is not read. */
const MOST_BYTES = 8 * 1024 * 1024;

const id = z.string().max(128).nullable();
const line = z.object({
  /** Where the engine was that the tag is in. */
  engine: z.string().max(1024),
  reference: z.string().max(512),
  from: id,
  to: id,
  at: z.number().nonnegative(),
  by: z.enum(moveCauses),
});

/** A move, and the engine in which it was. */
export type KeptMove = TagMove & { readonly engine: string };

export type Ledger = {
  /** Oldest first. */
  readonly moves: () => Promise<readonly KeptMove[]>;
  /**
   * Resolves once the moves are on disk, or could not be written, which `log` hears of. One to where the tag is known to point
   * already is left out: whoever else follows the same engine has told of it.
   */
  readonly add: (moves: readonly KeptMove[]) => Promise<void>;
  /** What could not be read when the file was opened. */
  readonly setAside: () => Promise<TagHistory['setAside']>;
  readonly clear: () => Promise<void>;
};

type Opened = { moves: readonly KeptMove[]; setAside: TagHistory['setAside'] };

/** @param file whole path; it is read at the first use. Lines that can't be read are kept beside it, under another name. */
export function openLedger(
  file: string,
  onDamaged: OnDamaged,
  log: (message: string, error: unknown) => void,
): Ledger {
  let opened: Promise<Opened> | null = null;
  const ledger = (): Promise<Opened> =>
    (opened ??= readLedger(file, onDamaged).catch((error: unknown) => {
      log('the history of tags could not be read', error);
      return { moves: [], setAside: null };
    }));

  // One at a time, and of those that wait only one: each writes all that there is by then.
  let writing: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  const write = (): Promise<void> => {
    next ??= writing.then(async () => {
      next = null;
      const { moves } = await ledger();
      await writeFileAtomic(file, moves.map(lineOf).join('')).catch((error: unknown) =>
        log('the history of tags could not be written', error),
      );
    });
    writing = next;
    return next;
  };

  return {
    moves: async () => (await ledger()).moves,
    setAside: async () => (await ledger()).setAside,
    async add(moves) {
      if (moves.length === 0) return;
      const kept = await ledger();
      const last = new Map(kept.moves.map((move) => [keyOf(move), move.to]));
      const news = moves.filter((move) => last.get(keyOf(move)) !== move.to);
      if (news.length === 0) return;
      kept.moves = [...kept.moves, ...news].slice(-MOST_MOVES);
      await write();
    },
    async clear() {
      const kept = await ledger();
      kept.moves = [];
      await write();
      // What was set aside tells of the same things.
      if (kept.setAside !== null) await rm(kept.setAside.file, { force: true });
      kept.setAside = null;
    },
  };
}

const keyOf = ({ engine, reference }: KeptMove): string => `${engine}\n${reference}`;
const lineOf = (move: KeptMove): string => `${JSON.stringify(move)}\n`;

async function readLedger(file: string, onDamaged: OnDamaged): Promise<Opened> {
  const text = await textOf(file);
  if (text === null) return { moves: [], setAside: null };
  const moves: KeptMove[] = [];
  const damaged: string[] = [];
  for (const row of text.split('\n')) {
    if (row.trim() === '') continue;
    const move = parse(row);
    if (move) moves.push(move);
    else damaged.push(row);
  }
  if (damaged.length === 0) return { moves: moves.slice(-MOST_MOVES), setAside: null };
  const aside = `${file}.damaged`;
  await writeFileAtomic(aside, `${damaged.join('\n')}\n`);
  await writeFileAtomic(file, moves.map(lineOf).join(''));
  onDamaged({ what: 'tags', aside, error: `${damaged.length} lines of ${file}` });
  return { moves: moves.slice(-MOST_MOVES), setAside: { lines: damaged.length, file: aside } };
}

async function textOf(file: string): Promise<string | null> {
  try {
    const { size } = await stat(file);
    if (size > MOST_BYTES) throw new Error(`${file} has ${size} bytes`);
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function parse(row: string): KeptMove | null {
  try {
    return line.safeParse(JSON.parse(row)).data ?? null;
  } catch {
    return null;
  }
}
