/** Files that could not be read: kept under another name, so that nothing is overwritten unread, and said to whoever listens. */
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import type { KeptThing } from '../../shared/contract/kept.js';

/** What was to be in the file that could not be read, where that file lies now, and why it could not be read. */
export type Damage = { readonly what: KeptThing; readonly aside: string; readonly error: unknown };
export type OnDamaged = (damage: Damage) => void;

/** A file of Strata's own, by its whole path. */
export type KeptFile = { readonly file: string; readonly what: KeptThing; readonly onDamaged: OnDamaged };

/**
 * What `parse` makes of the file's text, or null when there is none. One that `parse` throws at is renamed to
 * `<file>.damaged-<ms since 1970>`, is told of, and counts as none. @throws what reading or renaming it throws
 */
export async function readOrSetAside<T>(kept: KeptFile, parse: (text: string) => T): Promise<T | null> {
  let text: string;
  try {
    text = await readFile(kept.file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    return parse(text);
  } catch (error) {
    const aside = await setAside(kept.file);
    if (aside !== null) kept.onDamaged({ what: kept.what, aside, error });
    return null;
  }
}

/** Renames a file to `<file>.damaged-<ms since 1970>`. Where two do so at once, one gets null. @throws what renaming it throws */
export async function setAside(file: string): Promise<string | null> {
  const aside = placeAside(file);
  try {
    await rename(file, aside);
    return aside;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** The same before anything else can run: for what the first window depends on. @throws what renaming it throws */
export function readOrSetAsideNow<T>(kept: KeptFile, parse: (text: string) => T): T | null {
  if (!existsSync(kept.file)) return null;
  try {
    return parse(readFileSync(kept.file, 'utf8'));
  } catch (error) {
    const aside = placeAside(kept.file);
    renameSync(kept.file, aside);
    kept.onDamaged({ what: kept.what, aside, error });
    return null;
  }
}

/** One that nothing lies at yet. */
function placeAside(file: string): string {
  for (let at = Date.now(); ; at++) {
    const aside = `${file}.damaged-${at}`;
    if (!existsSync(aside)) return aside;
  }
}
