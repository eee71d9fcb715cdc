/** A project folder as the engine is to see it: everything that the ignore file leaves, in byte order, links as links. */
import { readlink } from 'node:fs/promises';
import { findIgnoreFile, readIgnore } from './ignore-file.js';
import type { Ignore } from '../../../shared/ignore/ignore.js';
import { listFolder, type Listed, type Part } from './listing.js';
import { unsendable } from './problems.js';
import { createStatusReader, type StatusReader } from './status.js';

type Common = {
  /** Relative, with slashes. */
  readonly path: string;
  /** Permission bits. */
  readonly mode: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
};

export type ContextEntry =
  | (Common & { readonly kind: 'folder' })
  | (Common & {
      readonly kind: 'file';
      readonly size: number;
      /** Where its bytes are read from. */
      readonly source: string;
      /** The path of an entry before it that is the same file under another name; null for any other. */
      readonly sameAs: string | null;
      /** The Dockerfile or ignore file when the project ignores it: the engine needs it, the image should not get it. */
      readonly onlyForEngine: boolean;
    })
  | (Common & { readonly kind: 'link'; readonly target: string });

export type BuildContext = {
  /** The ignore file that counts, relative to the folder; null when there is none. */
  readonly ignoreFile: string | null;
  /** Parents before what is in them. @throws FailureError naming what can't be read or sent */
  readonly entries: () => AsyncGenerator<ContextEntry>;
  /**
   * The same without what only the engine needs, and without the folders that would be there for it alone.
   * @param only what the engine asks for; everything when it is not given
   */
  readonly entriesForImage: (only?: Selection) => AsyncGenerator<ContextEntry>;
};

/** A part of the context. */
export type Selection = {
  /** Whether a path is, or is below, what is asked for. */
  readonly has: (path: string) => boolean;
  /** Whether something below a folder may be asked for. */
  readonly reaches: (folder: string) => boolean;
};

type Walk = {
  readonly root: string;
  readonly read: StatusReader;
  readonly ignore: Ignore | null;
  /** What is sent although it is ignored. */
  readonly needed: ReadonlySet<string>;
  readonly only: Selection;
};

const EVERYTHING: Selection = { has: () => true, reaches: () => true };

/** @throws FailureError `invalid-input` for an ignore file that the engine would refuse */
export async function openContext(folder: string, dockerfile: string): Promise<BuildContext> {
  const found = await findIgnoreFile(folder, dockerfile);
  const ignore = found === null ? null : readIgnore(found);
  // The engine needs both, whatever the ignore file says: the docker CLI sends them too.
  const needed = new Set([dockerfile, '.dockerignore']);
  const work = { root: folder, read: createStatusReader(), ignore };
  return {
    ignoreFile: found?.name ?? null,
    entries: () => walk({ ...work, needed, only: EVERYTHING }),
    entriesForImage: (only = EVERYTHING) => walk({ ...work, needed: new Set(), only }),
  };
}

/** A folder being walked. */
type Place = {
  readonly entries: readonly Listed[];
  /** Which entry comes next. */
  at: number;
  /** The folder itself while nothing in it was told yet, if it is told only for what is in it. */
  untold: ContextEntry | null;
  /** The next folder's entries, asked for ahead of time. */
  ahead: { readonly at: number; readonly entries: Promise<readonly Listed[]> } | null;
};

async function* walk(work: Walk): AsyncGenerator<ContextEntry> {
  const seen = new Map<string, string>();
  const open: Place[] = [placeOf(await list(work, ''), null)];
  for (let place = open.at(-1); place; place = open.at(-1)) {
    const listed = place.entries[place.at];
    if (!listed) {
      open.pop();
      continue;
    }
    const inside = listed.stats.isDirectory() ? await enter(work, place, listed.path) : null;
    place.at++;
    const entry = await entryOf(work, listed, seen);
    if (listed.part === 'sent') {
      for (const each of open) {
        if (each.untold) yield each.untold;
        each.untold = null;
      }
      yield entry;
    }
    if (inside) open.push(placeOf(inside, listed.part === 'sent' ? null : entry));
  }
}

const placeOf = (entries: readonly Listed[], untold: ContextEntry | null): Place => ({
  entries,
  at: 0,
  untold,
  ahead: null,
});

/** What is in the folder that `place` has come to; the folder after it is asked for already. */
async function enter(work: Walk, place: Place, folder: string): Promise<readonly Listed[]> {
  const entries = place.ahead?.at === place.at ? place.ahead.entries : list(work, folder);
  let next = place.at + 1;
  while (next < place.entries.length && !place.entries[next]?.stats.isDirectory()) next++;
  const after = place.entries[next];
  place.ahead = after ? { at: next, entries: list(work, after.path) } : null;
  // Who asks ahead may never come to it.
  place.ahead?.entries.catch(() => undefined);
  return entries;
}

const list = (work: Walk, folder: string): Promise<readonly Listed[]> =>
  listFolder(work.read, work.root, folder, (path) => partOf(work, path));

function partOf({ ignore, needed, only }: Walk, path: string): Part | null {
  if (needed.has(path)) return 'sent';
  const isAsked = only.has(path);
  if (!isAsked && !only.reaches(path)) return null;
  const isIgnored = ignore?.excludes(path) ?? false;
  if (isAsked && !isIgnored) return 'sent';
  if (!isIgnored || (ignore?.mayReinclude(path) ?? false)) return 'held';
  for (const file of needed) if (file.startsWith(`${path}/`)) return 'held';
  return null;
}

async function entryOf(
  work: Walk,
  { path, stats }: Listed,
  /** Files with several names, by device and inode. */
  seen: Map<string, string>,
): Promise<ContextEntry> {
  const common = { path, mode: stats.mode & 0o7777, modified: stats.mtimeMs };
  const source = `${work.root}/${path}`;
  if (stats.isDirectory()) return { ...common, kind: 'folder' };
  if (stats.isFile()) {
    const id = `${stats.dev}:${stats.ino}`;
    const sameAs = stats.nlink > 1 ? (seen.get(id) ?? null) : null;
    if (stats.nlink > 1 && sameAs === null) seen.set(id, path);
    const onlyForEngine = work.needed.has(path) && (work.ignore?.excludes(path) ?? false);
    return { ...common, kind: 'file', size: stats.size, source, sameAs, onlyForEngine };
  }
  if (stats.isSymbolicLink()) return { ...common, kind: 'link', target: await readlink(source) };
  throw unsendable(path, stats.isSocket() ? 'socket' : stats.isFIFO() ? 'pipe' : 'device');
}
