/**
 * Where the files of a run that keeps nothing lie: in memory, where the system has a file system for it that each user may write to
 * (Linux), else in a folder of Strata's home. Its name follows from the home alone, so that the start after a crash finds it again.
 */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

export type SessionFolder = { readonly path: string; readonly isInMemory: boolean };

/** `statfs(2)`'s names for file systems that are memory alone. */
const IN_MEMORY = new Set([0x01021994 /* tmpfs */, 0x858458f6 /* ramfs */]);

/** Where this run's files would lie. Nothing is made; see `makeSession`. */
export function sessionFolder(
  home: string,
  roots: readonly string[] = memoryRoots(process.env),
): SessionFolder {
  const path = inMemory(home, roots.filter(isMemory)).find(isOurs);
  return path === undefined ? { path: join(home, 'session'), isInMemory: false } : { path, isInMemory: true };
}

/** Makes the folder, for this user only. @throws Error of node:fs */
export function makeSession(home: string, roots?: readonly string[]): void {
  mkdirSync(sessionFolder(home, roots).path, { recursive: true, mode: 0o700 });
}

/**
 * Erases every folder that a run on this home can have written to: which one it was hangs on what the system offered it. Gives the
 * names of what lay in them. @throws Error of node:fs when something can't be erased
 */
export function eraseSessions(
  home: string,
  roots: readonly string[] = memoryRoots(process.env),
): readonly string[] {
  const found = [join(home, 'session'), ...inMemory(home, roots).filter(isOurs)];
  return found
    .filter((path) => existsSync(path))
    .flatMap((path) => {
      const names = readdirSync(path);
      rmSync(path, { recursive: true, force: true, maxRetries: 3 });
      return names;
    });
}

const inMemory = (home: string, roots: readonly string[]): readonly string[] =>
  roots.map((root) => join(root, `strata-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`));

/** The user's own comes first: it goes with the user's last login. The shared one is open to all, hence `isOurs`. */
export function memoryRoots(environment: NodeJS.ProcessEnv): readonly string[] {
  const user = process.getuid?.();
  if (process.platform !== 'linux' || user === undefined) return [];
  const own = environment.XDG_RUNTIME_DIR;
  return [...new Set([...(own ? [own] : []), `/run/user/${user}`, '/dev/shm'])];
}

function isMemory(root: string): boolean {
  try {
    return IN_MEMORY.has(statfsSync(root).type);
  } catch {
    return false;
  }
}

/** Not there yet, or made by this user for this user: somebody else may have taken the name, or put a link in its place. */
function isOurs(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return true;
  const user = process.getuid?.();
  return found.isDirectory() && (user === undefined || (found.uid === user && (found.mode & 0o077) === 0));
}
