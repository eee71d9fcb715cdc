/** Which registries have a login in the keychain, and as whom. Names only; a keychain is never asked to list itself. */
import { readFileSync, renameSync } from 'node:fs';
import { z } from 'zod';
import { writeFileAtomic } from '../files/index.js';

const entries = z.object({ logins: z.array(z.object({ registry: z.string(), username: z.string() })) });
export type IndexedLogin = z.output<typeof entries>['logins'][number];

export type LoginIndex = {
  readonly list: () => readonly IndexedLogin[];
  readonly add: (login: IndexedLogin) => Promise<void>;
  readonly remove: (registry: string) => Promise<void>;
};

/** Opens the index. A damaged file is set aside, and `onDamaged` hears where it lies now. */
export function openLoginIndex(file: string, onDamaged: (aside: string) => void): LoginIndex {
  let logins = read(file, onDamaged);
  let writing: Promise<unknown> = Promise.resolve();

  const write = (next: readonly IndexedLogin[]): Promise<void> => {
    logins = next;
    const turn = writing.then(() => writeFileAtomic(file, `${JSON.stringify({ logins: next }, null, 2)}\n`));
    writing = turn.catch(() => undefined);
    return turn;
  };

  return {
    list: () => logins,
    add: (login) => write([...logins.filter(({ registry }) => registry !== login.registry), login]),
    remove: (registry) => write(logins.filter((login) => login.registry !== registry)),
  };
}

function read(file: string, onDamaged: (aside: string) => void): readonly IndexedLogin[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  try {
    return entries.parse(JSON.parse(text)).logins;
  } catch {
    const aside = `${file}.damaged-${Date.now()}`;
    renameSync(file, aside);
    onDamaged(aside);
    return [];
  }
}
