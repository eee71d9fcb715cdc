/** The names in one folder of the context, for completing a path as it is typed. */
import { readdir, realpath } from 'node:fs/promises';
import { join, posix, relative } from 'node:path';
import { MAX_CONTEXT_NAMES, type ContextName } from '../../../shared/contract/context.js';
import { FailureError } from '../../../shared/failure.js';
import { isOutside } from '../dockerfile/place.js';
import { findIgnoreFile, readIgnore } from './ignore-file.js';

/**
 * What a build would send of the folder that `typed` leads to and whose names begin with its last part, folders first.
 * Empty where nothing is there, or it can't be looked into: a path that is being typed is often none yet.
 * @param dockerfile relative to the folder, with slashes: an ignore file may stand beside it
 * @param typed as in COPY, with slashes: `src/in`
 */
export async function contextNames(
  folder: string,
  dockerfile: string,
  typed: string,
): Promise<readonly ContextName[]> {
  const start = typed.lastIndexOf('/') + 1;
  const below = posix.normalize(`/${typed.slice(0, start)}`).replace(/^\/+|\/+$/g, '');
  const beginning = typed.slice(start).toLowerCase();
  try {
    const root = await realpath(folder);
    const place = await realpath(join(root, below));
    if (place !== root && isOutside(relative(root, place))) return [];
    const found = await findIgnoreFile(root, dockerfile);
    const ignore = found === null ? null : readIgnore(found);
    const entries = await readdir(place, { withFileTypes: true });
    return entries
      .filter(({ name }) => name.toLowerCase().startsWith(beginning) && !name.includes('\uFFFD'))
      .map((entry): ContextName => ({ name: entry.name, isFolder: entry.isDirectory() }))
      .filter(({ name, isFolder }) => {
        const path = below === '' ? name : `${below}/${name}`;
        return !ignore?.excludes(path) || (isFolder && ignore.mayReinclude(path));
      })
      .sort((a, b) => Number(b.isFolder) - Number(a.isFolder) || a.name.localeCompare(b.name))
      .slice(0, MAX_CONTEXT_NAMES);
  } catch (error) {
    if (error instanceof FailureError || (error instanceof Error && 'code' in error)) return [];
    throw error;
  }
}
