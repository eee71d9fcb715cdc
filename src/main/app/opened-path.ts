/** What a start names to be opened: `strata .`, a Dockerfile or an archive from a file manager. */
import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isArchiveName } from '../../shared/archive-name.js';
import type { OpenedPath } from '../../shared/contract/app.js';

/** As docker and editors take them: `Dockerfile`, `Dockerfile.dev`, `api.Dockerfile`, `Containerfile`. */
const DOCKERFILE = /^(?:docker|container)file(?:\.[\w.-]+)?$|\.(?:docker|container)file$/i;

/**
 * What is named among `argv`, made absolute against `cwd`; null when nothing is, or nothing that Strata opens. Electron's own words
 * come first: the executable and, in development, the folder of the app, `ownWords` in all.
 */
export function openedPath(argv: readonly string[], cwd: string, ownWords: number): OpenedPath | null {
  const words = argv.slice(1).filter((word) => !word.startsWith('-'));
  const given = words[ownWords - 1];
  return given === undefined ? null : whatToOpen(resolve(cwd, withoutScheme(given)));
}

/** A folder is built, and so is a Dockerfile’s; an archive is looked into. @param path a whole path */
export function whatToOpen(path: string): OpenedPath | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return { kind: 'folder', path };
  if (!stats?.isFile()) return null;
  if (isArchiveName(path)) return { kind: 'archive', path };
  return DOCKERFILE.test(basename(path)) ? { kind: 'folder', path: dirname(path) } : null;
}

/** File managers name files by address. */
function withoutScheme(word: string): string {
  if (!word.startsWith('file:')) return word;
  try {
    return fileURLToPath(word);
  } catch {
    return word;
  }
}
