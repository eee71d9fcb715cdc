/** The files that a build took from its context, looked at after it has ended: by content where that costs little. */
import { createHash } from 'node:crypto';
import type { PlannedStep } from '../../../shared/dockerfile/plan.js';
import { createContentReader } from '../context/content.js';
import { createIgnore, parseIgnore } from '../context/ignore.js';
import { selectPaths } from '../context/selection.js';
import { openContext, type ContextEntry } from '../context/walk.js';
import type { FileRow, RecordedFiles } from './record.js';

/** Files beyond these are not named; a digest of them is kept. */
const MOST_NAMED = 20_000;
/** Bytes that are read for one record, those known from the one before aside. */
const MOST_READ = 256 * 1024 * 1024;

export type FilesOptions = {
  readonly folder: string;
  /** Relative to the folder. */
  readonly dockerfile: string;
  readonly plan: readonly PlannedStep[];
  /** When the engine had the context: what changed later isn't what was built. In ms since 1970. */
  readonly sentAt: number;
  /** Those of the build before, whose digests hold for files that haven't changed since. */
  readonly known: RecordedFiles | null;
  /** Aborted when something else needs the disk: what is unread then stays without a digest. */
  readonly hurry: AbortSignal;
};

/** Names a content that nothing has any more. */
const GONE = 'gone';

/** @throws FailureError when the folder can't be walked any more */
export async function recordFiles(options: FilesOptions): Promise<RecordedFiles> {
  const { rows, takers, unnamed } = await walkFiles(options);
  const known = new Map((options.known?.rows ?? []).map((row) => [stampOf(row), row[4]]));
  const read = createContentReader();
  let left = MOST_READ;
  const digested: FileRow[] = [];
  for (const row of rows) {
    const [path, mode, size, modified, digest, taker] = row;
    const before = known.get(stampOf(row)) ?? null;
    const mustRead = digest === null && before === null && size <= left && !options.hurry.aborted;
    if (mustRead) left -= size;
    const own = mustRead ? await digestOf(read(`${options.folder}/${path}`, size)) : null;
    digested.push([path, mode, size, modified, digest ?? before ?? own, taker]);
  }
  return { takers, rows: digested, unnamed };
}

const stampOf = ([path, , size, modified]: FileRow): string => `${size}:${modified}:${path}`;

/** Null for a file that changed or went meanwhile. */
async function digestOf(content: AsyncIterable<Buffer>): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const piece of content) hash.update(piece);
  } catch {
    return null;
  }
  return short(hash.digest('base64url'));
}

const short = (digest: string): string => digest.slice(0, 22);

async function walkFiles({ folder, dockerfile, plan, sentAt }: FilesOptions) {
  const takes = await Promise.all(plan.map((step) => takenBy(folder, step)));
  const rows: FileRow[] = [];
  const takers: number[][] = [];
  const places = new Map<string, number>();
  const unnamed: { count: number; hash: ReturnType<typeof createHash> }[] = [];
  if (takes.every((take) => take === null)) return { rows, takers, unnamed: [] };

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

/** What a folder or link is lies in its row; a file's content is to be read, unless it isn't any more what was built. */
function rowOf(entry: ContextEntry, place: number, sentAt: number): FileRow {
  const { path, mode } = entry;
  if (entry.kind === 'folder') return [path, mode, 0, 0, 'folder', place];
  if (entry.kind === 'link') return [path, mode, 0, 0, `link ${entry.target}`, place];
  const digest = entry.modified > sentAt ? `${GONE} ${entry.modified}` : null;
  return [path, mode, entry.size, entry.modified, digest, place];
}

/** Which paths of the context a step takes; null for one that takes none. */
async function takenBy(folder: string, step: PlannedStep): Promise<((path: string) => boolean) | null> {
  if (step.context.length === 0) return null;
  const selection = await selectPaths(folder, step.context);
  const left = step.excludes.length === 0 ? null : createIgnore(parseIgnore(step.excludes.join('\n')));
  return (path) => (selection?.has(path) ?? true) && !(left?.excludes(path) ?? false);
}
