/**
 * Saves a file or folder of a tree on this machine's disk. The archive's paths are never used as paths here: the plan's
 * names become single components, in a new folder, and links are made last.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { chmod, copyFile, mkdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SkippedEntry, TakenFiles } from '../../shared/contract/layers.js';
import { componentOf } from './file-name.js';
import type { Sink, Wanted } from './gather.js';
import type { Content } from './merged-tree.js';
import { displayName } from './names.js';
import type { PlannedEntry, TakePlan } from './take-plan.js';

/** More skipped entries than this are counted, not listed. */
const MOST_SKIPPED = 200;

export type TakeParts = {
  /** The file, or the folder to be made: nothing is there yet, or a file that may be replaced. */
  readonly target: string;
  /** A path beside it at which nothing lies: nothing is left there, unless the process is killed. */
  readonly draft: string;
  /** DiffIDs, base first. */
  readonly layers: readonly string[];
  readonly gather: (wanted: readonly Wanted[], sinkOf: (at: number) => Sink) => Promise<void>;
  readonly platform?: NodeJS.Platform;
};

/** Whole or not at all: what is there already stays as it was when this fails. @throws errors of the file system, and of `gather` */
export async function takeFiles(
  { entries, skipped }: TakePlan,
  { target, draft: work, layers, gather, platform = process.platform }: TakeParts,
): Promise<TakenFiles> {
  await mkdir(work, { mode: 0o700 });
  const draftOf = (at: number): string => join(work, `file-${at}`);
  try {
    const contents = [...new Set(entries.flatMap((entry) => (entry.kind === 'file' ? [entry.content] : [])))];
    const wanted = contents.map(({ layer, path, size }): Wanted => ({
      diffId: layers[layer] ?? '',
      path,
      size,
    }));
    // An empty file needs nobody to tell what is in it.
    const filled = wanted.flatMap(({ size }, at) => (size > 0 ? [at] : []));
    const sinks = filled.map((at) => fileSink(draftOf(at)));
    await gather(
      filled.flatMap((at) => wanted[at] ?? []),
      (at) => sinks[at] ?? nowhere,
    );
    for (const [at, { size }] of wanted.entries()) if (size === 0) await writeFile(draftOf(at), '');

    const draft = new Map<Content, string>(contents.map((content, at) => [content, draftOf(at)]));
    const tree = join(work, 'tree');
    const failed = await makeTree(entries, { tree, draft, platform });
    // Replaces a file; never a folder that holds anything.
    await rename(tree, target);
    const all = [...skipped, ...failed];
    return {
      target,
      files: entries.filter(({ kind }) => kind === 'file').length,
      bytes: contents.reduce((sum, { size }) => sum + size, 0),
      skipped: all.slice(0, MOST_SKIPPED),
      skippedCount: all.length,
    };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

type Making = {
  readonly tree: string;
  readonly draft: ReadonlyMap<Content, string>;
  readonly platform: NodeJS.Platform;
};

/** Answers with the links that the system refused. */
async function makeTree(
  entries: readonly PlannedEntry[],
  { tree, draft, platform }: Making,
): Promise<readonly SkippedEntry[]> {
  const failed: SkippedEntry[] = [];
  const places = new Map<string, Buffer>();
  const used = new Set<string>();
  const placeOf = ({ parts }: PlannedEntry): Buffer => {
    const name = parts.at(-1);
    if (name === undefined) return Buffer.from(tree);
    const folder = places.get(key(parts.slice(0, -1))) ?? Buffer.from(tree);
    return Buffer.concat([folder, Buffer.from('/'), componentOf(name, folder, used, platform)]);
  };
  const folders: [Buffer, PlannedEntry][] = [];
  const links: [Buffer, PlannedEntry & { readonly kind: 'link' }][] = [];
  for (const entry of entries) {
    const place = placeOf(entry);
    places.set(key(entry.parts), place);
    if (entry.kind === 'folder') {
      await mkdir(place, { mode: 0o700 });
      folders.push([place, entry]);
    } else if (entry.kind === 'link') links.push([place, entry]);
    else {
      await copyFile(draft.get(entry.content) ?? '', place);
      // Readable and writable by whoever saved it; nothing that would run as somebody else.
      await chmod(place, (entry.mode & 0o777) | 0o600);
      await utimes(place, entry.modified, entry.modified);
    }
  }
  for (const [place, { target, parts }] of links)
    await symlink(target, place).catch(() =>
      failed.push({ name: displayName(parts.join('/')), why: 'refused' }),
    );
  for (const [place, { mode, modified }] of folders.reverse()) {
    await chmod(place, (mode & 0o777) | 0o700);
    await utimes(place, modified, modified);
  }
  return failed;
}

const key = (parts: readonly string[]): string => parts.join('/');

function fileSink(file: string): Sink {
  let open: number | null = null;
  const close = (): void => {
    if (open !== null) closeSync(open);
    open = null;
  };
  return {
    begin() {
      close();
      open = openSync(file, 'w', 0o600);
    },
    data(bytes) {
      if (open === null) return;
      for (let at = 0; at < bytes.length;) at += writeSync(open, bytes, at);
    },
    keep: close,
    drop: close,
  };
}

const nowhere: Sink = {
  begin: () => undefined,
  data: () => undefined,
  keep: () => undefined,
  drop: () => undefined,
};
