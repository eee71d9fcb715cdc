/**
 * The part of a context that a build asks for: what its COPY lines name, with what the links on the way there lead to.
 * As tonistiigi/fsutil followlinks.go and walker.go have it.
 */
import type { Dirent } from 'node:fs';
import { readdir, readlink } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { compileGlob, IgnorePatternError } from '../../../shared/ignore/glob.js';
import { isCode } from './problems.js';
import type { Selection } from './walk.js';

/** Links that lead on to links end here, as they do in the system. */
const MOST_LINKS = 255;

/**
 * @param paths as the engine names them: slashes, `*`, `?` and `[…]` within a part
 * @returns undefined when that is everything
 */
export async function selectPaths(root: string, paths: readonly string[]): Promise<Selection | undefined> {
  const found = new Set<string>();
  for (const path of paths) await follow(root, path, found);
  if (paths.length === 0 || found.has('')) return undefined;
  const patterns = [...found].map((path) => path.split('/').map(toTest));
  const match = (path: string): { readonly has: boolean; readonly reaches: boolean } => {
    const parts = path.split('/');
    const fitting = patterns.filter((tests) =>
      tests.every((test, at) => at >= parts.length || test(parts[at] ?? '')),
    );
    return { has: fitting.some((tests) => tests.length <= parts.length), reaches: fitting.length > 0 };
  };
  return { has: (path) => match(path).has, reaches: (folder) => match(folder).reaches };
}

/** Adds the path, and where a link in it leads to. Nothing leads out of the root. */
async function follow(root: string, path: string, found: Set<string>): Promise<void> {
  const ways: string[] = [path];
  for (let links = 0; ways.length > 0 && links <= MOST_LINKS;) {
    const parts = inside(ways.pop() ?? '').split('/');
    for (let count = 1; ; count++) {
      const current = parts.slice(0, count).join('/');
      const targets = current === '' ? [] : await targetsOf(root, current);
      if (targets.length === 0 && count < parts.length) continue;
      if (found.has(current) && count === parts.length) break;
      found.add(current);
      const rest = parts.slice(count).join('/');
      links += targets.length;
      for (const target of targets) ways.push(posix.join(target, rest));
      break;
    }
  }
}

/** Where the link at `path`, or those that its last part's wildcards match, lead to, from the root. */
async function targetsOf(root: string, path: string): Promise<readonly string[]> {
  const folder = posix.dirname(path);
  const base = posix.basename(path);
  const names = /[*?[]/.test(base) ? await linksIn(join(root, folder), toTest(base)) : [base];
  const targets = await Promise.all(
    names.map(async (name) => {
      const target = await readlink(join(root, folder, name)).catch(() => null);
      if (target === null) return [];
      return [target.startsWith('/') ? target : posix.join('/', folder, target)];
    }),
  );
  return targets.flat();
}

async function linksIn(folder: string, matches: (name: string) => boolean): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown): Dirent[] => {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return [];
    throw error;
  });
  return entries.filter((entry) => entry.isSymbolicLink() && matches(entry.name)).map(({ name }) => name);
}

/** Relative to the root, and below it. */
const inside = (path: string): string => posix.normalize(`/${path}`).replace(/^\/+/, '').replace(/\/+$/, '');

/** A part of a path. One that means nothing as a pattern matches nothing. */
function toTest(part: string): (name: string) => boolean {
  if (!/[*?[\\]/.test(part)) return (name) => name === part;
  try {
    return compileGlob(part);
  } catch (error) {
    if (error instanceof IgnorePatternError) return () => false;
    throw error;
  }
}
