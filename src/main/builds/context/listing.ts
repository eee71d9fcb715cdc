/** What a folder has in it, read at once: the names, then every entry's status together, in the order the engine wants them. */
import type { Stats } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { goneFolder, isCode, unnameable, unreadable } from './problems.js';
import type { Status, StatusReader } from './status.js';

/** `sent`: the entry is wanted itself. `held`: only if it is a folder, for what may be in it. */
export type Part = 'sent' | 'held';

export type Listed = {
  /** Relative to the root, with slashes. */
  readonly path: string;
  readonly part: Part;
  readonly stats: Stats;
};

/**
 * The entries of the folder `below` (relative; empty for the root itself) that `partOf` gives a part, in byte order.
 * What is gone since the names were read was never there.
 * @throws FailureError naming what is wanted but can't be read
 */
export async function listFolder(
  read: StatusReader,
  root: string,
  below: string,
  partOf: (path: string) => Part | null,
): Promise<readonly Listed[]> {
  const names = await readdir(join(root, below)).catch((error: unknown) => {
    throw below === '' ? goneFolder(root, error) : unreadable(below, error);
  });
  const wanted = names.sort(byBytes).flatMap((name) => {
    const path = below === '' ? name : `${below}/${name}`;
    const part = partOf(path);
    return part === null ? [] : [{ path, part }];
  });
  const statuses = await read(wanted.map(({ path }) => `${root}/${path}`));
  return wanted.flatMap(({ path, part }, at) => {
    const stats = known(path, part, statuses[at]);
    return stats && (part === 'sent' || stats.isDirectory()) ? [{ path, part, stats }] : [];
  });
}

function known(path: string, part: Part, status: Status | undefined): Stats | null {
  if (!(status instanceof Error)) return status ?? null;
  if (part === 'held') return null;
  if (path.includes('\uFFFD')) throw unnameable(path);
  if (isCode(status, 'ENOENT')) return null;
  throw unreadable(path, status);
}

/** As their UTF-8 bytes compare. UTF-16 differs only where one has a surrogate, which stands for what comes after U+FFFF. */
function byBytes(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at++) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (one !== other) return rank(one) - rank(other);
  }
  return a.length - b.length;
}

const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
