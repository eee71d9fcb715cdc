/** The project folder that a command line names: `strata .`. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * The folder among `argv`, made absolute against `cwd`; null when none is named. Electron's own words come first: the
 * executable and, in development, the folder of the app, `ownWords` in all.
 */
export function openedFolder(argv: readonly string[], cwd: string, ownWords: number): string | null {
  const words = argv.slice(1).filter((word) => !word.startsWith('-'));
  const given = words[ownWords - 1];
  if (given === undefined) return null;
  const path = resolve(cwd, given);
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? path : null;
}
