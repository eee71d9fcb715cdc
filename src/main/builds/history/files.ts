/** The files that a build takes from its context: which they are, and what is in them where reading that costs little. */
import { createHash } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import type { PlannedStep } from '../../../shared/dockerfile/plan.js';
import { createContentReader } from '../context/content.js';
import { createIgnore, parseIgnore } from '../../../shared/ignore/ignore.js';
import { selectPaths } from '../context/selection.js';
import { openContext, type ContextEntry } from '../context/walk.js';
import type { FileRow, RecordedFiles } from './record.js';

/** Files beyond these are not named; a digest of them is kept. */
const MOST_NAMED = 20_000;
/** Bytes that are read for one record, those known from the one before aside. */
const MOST_READ = 256 * 1024 * 1024;
/** Stands for a content that was built but is nowhere any more. */
const GONE = 'gone';

export type ListOptions = {
  readonly folder: string;
  /** Relative to the folder. */
  readonly dockerfile: string;
  readonly plan: readonly PlannedStep[];
  /** When the engine had the context: what changed later isn't what was built. In ms since 1970. */
  readonly sentAt: number;
};

/** Which files each step takes, without what is in them. @throws FailureError when the folder can't be walked any more */
export async function listFiles({ folder, dockerfile, plan, sentAt }: ListOptions): Promise<RecordedFiles> {
  const takes = await Promise.all(plan.map((step) => takenBy(folder, step)));
  if (takes.every((take) => take === null)) return { takers: [], rows: [], unnamed: [] };
  const rows: FileRow[] = [];
  const takers: number[][] = [];
  const places = new Map<string, number>();
  const unnamed: { count: number; readonly hash: ReturnType<typeof createHash> }[] = [];
  const only = await selectPaths(
    folder,
    plan.flatMap(({ context }) => context),
  );
  const context = await openContext(folder, dockerfile);
  for await (const entry of context.entriesForImage(only)) {
    const taker = takes.flatMap((take, at) => (take?.(entry.path) ? [at] : []));
    if (taker.length === 0) continue;
    const key = taker.join();
    const place = places.get(key) ?? takers.push(taker) - 1;
    places.set(key, place);
    const rest = (unnamed[place] ??= { count: 0, hash: createHash('sha256') });
    const row = rowOf(entry, place, sentAt);
    if (rows.length < MOST_NAMED) rows.push(row);
    else {
      rest.count++;
      rest.hash.update(`${JSON.stringify(row)}\n`);
    }
  }
  return {
    rows,
    takers,
    unnamed: unnamed.map(({ count, hash }) => ({ count, digest: short(hash.digest('base64url')) })),
  };
}

/**
 * The same with a digest for each file that is still as it was listed.
 * @param known of the build before: its digests hold for files that haven't changed since
 * @param hurry aborted when something else needs the disk: what is unread then stays without a digest
 */
export async function readFiles(
  folder: string,
  listed: RecordedFiles,
  known: RecordedFiles | null,
  hurry: AbortSignal,
): Promise<RecordedFiles> {
  const digests = new Map((known?.rows ?? []).map((row) => [stampOf(row), row[4]]));
  const read = createContentReader();
  let left = MOST_READ;
  const rows: FileRow[] = [];
  for (const row of listed.rows) {
    const [path, mode, size, modified, digest, taker] = row;
    const before = digests.get(stampOf(row));
    const own = digest ?? (before?.startsWith(GONE) ? null : before) ?? null;
    const mustRead = own === null && size <= left && !hurry.aborted;
    if (mustRead) left -= size;
    rows.push([path, mode, size, modified, mustRead ? await digestOf(folder, row, read) : own, taker]);
  }
  return { ...listed, rows };
}

const stampOf = ([path, , size, modified]: FileRow): string => `${size}:${modified}:${path}`;

const short = (digest: string): string => digest.slice(0, 22);

/** Null for a file that changed or went since it was listed. */
async function digestOf(
  folder: string,
  [path, , size, modified]: FileRow,
  read: ReturnType<typeof createContentReader>,
): Promise<string | null> {
  const file = `${folder}/${path}`;
  const hash = createHash('sha256');
  try {
    for await (const piece of read(file, size)) hash.update(piece);
    const now = await lstat(file);
    if (now.size !== size || now.mtimeMs !== modified) return null;
  } catch {
    return null;
  }
  return short(hash.digest('base64url'));
}

/** What a folder or link is lies in its row; a file's content is to be read, unless it isn't any more what was built. */
function rowOf(entry: ContextEntry, place: number, sentAt: number): FileRow {
  const { path, mode, modified } = entry;
  if (entry.kind === 'folder') return [path, mode, 0, 0, 'folder', place];
  if (entry.kind === 'link') return [path, mode, 0, 0, `link ${entry.target}`, place];
  return [path, mode, entry.size, modified, modified > sentAt ? `${GONE} ${modified}` : null, place];
}

/** Which paths of the context a step takes; null for one that takes none. */
async function takenBy(folder: string, step: PlannedStep): Promise<((path: string) => boolean) | null> {
  if (step.context.length === 0) return null;
  const selection = await selectPaths(folder, step.context);
  const left = step.excludes.length === 0 ? null : createIgnore(parseIgnore(step.excludes.join('\n')));
  return (path) => (selection?.has(path) ?? true) && !(left?.excludes(path) ?? false);
}
