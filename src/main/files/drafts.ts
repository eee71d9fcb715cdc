/**
 * Drafts: what a write makes beside the file that it is to become, and what a process that was killed leaves of that. Those in
 * Strata's home are known by their names; of those beside what the user saves, a note in the home says where they lie.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';

export type Drafts = {
  /**
   * Runs `make` with a path beside `target` at which nothing lies, and removes what is there afterwards, however it ended:
   * `make` renames what is whole.
   */
  readonly beside: <T>(target: string, make: (draft: string) => Promise<T>) => Promise<T>;
  /**
   * Removes what is older than this run. Call it in the one process that may write to the home. Gives the paths that are gone;
   * what can't be removed is left. Never throws.
   */
  readonly sweep: () => Promise<readonly string[]>;
};

/** As `writeFileAtomic`, the layers' store and the window's place name theirs: nothing else is touched. */
const IN_HOME = /(?:\.[0-9a-f]{12}\.tmp|^[0-9a-f]{16}\.draft|^window\.json\.next)$/;
const BESIDE = /^\.strata-[0-9a-f]{12}\.tmp$/;
/** Chromium's, which mends its own, and Strata's notes. */
const NOT_LOOKED_INTO = new Set(['profile', 'crashes', 'drafts']);

/** @param home Strata's own folder. @param began ms since 1970; drafts that were written to later belong to this run */
export function openDrafts(home: string, began: number): Drafts {
  const notes = join(home, 'drafts');
  return {
    async beside(target, make) {
      const name = `.strata-${randomBytes(6).toString('hex')}.tmp`;
      const draft = join(dirname(target), name);
      const note = join(notes, name);
      // Worth having, but not worth a save: the home may lie on a full disk, and the target on another.
      await mkdir(notes, { recursive: true, mode: 0o700 })
        .then(() => writeFile(note, draft, { mode: 0o600 }))
        .catch(() => undefined);
      try {
        return await make(draft);
      } finally {
        await rm(draft, { recursive: true, force: true });
        await rm(note, { force: true });
      }
    },
    async sweep() {
      const paths = [...(await noted(notes, began)), ...(await draftsBelow(home, began))];
      const swept: string[] = [];
      for (const path of paths) {
        const isGone = await rm(path, { recursive: true, force: true }).then(
          () => true,
          () => false,
        );
        if (isGone) swept.push(path);
      }
      return swept;
    },
  };
}

/** The drafts that notes tell of, and those notes. */
async function noted(notes: string, before: number): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of await readdir(notes).catch(() => [])) {
    const note = join(notes, name);
    if (!(await isOlder(note, before))) continue;
    const draft = await readFile(note, 'utf8').catch(() => '');
    // Whatever it says: nothing but a draft, by its name, is removed.
    if (isAbsolute(draft) && basename(draft) === name && BESIDE.test(name)) found.push(draft);
    found.push(note);
  }
  return found;
}

async function draftsBelow(home: string, before: number): Promise<readonly string[]> {
  const found: string[] = [];
  const look = async (folder: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (folder !== home || !NOT_LOOKED_INTO.has(entry.name)) await look(path);
      } else if (entry.isFile() && IN_HOME.test(entry.name) && (await isOlder(path, before)))
        found.push(path);
    }
  };
  await look(home);
  return found;
}

const isOlder = (path: string, before: number): Promise<boolean> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs < before,
    () => false,
  );
