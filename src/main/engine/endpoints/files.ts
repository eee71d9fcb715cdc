/** The few files that say where engines are. What can't be read isn't there. */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';

export type Files = {
  /** A file's text, or null. */
  readonly read: (file: string) => string | null;
  /** The names in a folder. */
  readonly list: (folder: string) => readonly string[];
  /** Where links lead in the end; the path itself when nothing is there. */
  readonly real: (path: string) => string;
};

/** Contexts and certificates are a few kB. */
const LONGEST = 1024 * 1024;

export const systemFiles: Files = {
  read: (file) => orElse(null, () => (statSync(file).size > LONGEST ? null : readFileSync(file, 'utf8'))),
  list: (folder) => orElse([], () => readdirSync(folder)),
  real: (path) => orElse(path, () => realpathSync(path)),
};

function orElse<T>(otherwise: T, work: () => T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
