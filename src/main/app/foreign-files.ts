/**
 * "This machine isn't mine", on disk: a mark says so, and all that a run learns lies in one folder that goes when it ends. What a
 * crash leaves there goes at the next start, before anything reads it.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const MARK = 'not-mine.json';
const SESSION = 'session';
/** What Strata writes into its home and may erase there. By name: the home may be a folder that holds other things, too. */
const OWN = [
  'settings.json',
  'window.json',
  'logins.json',
  'projects.json',
  'builds',
  'forecasts',
  'layers',
  'fetched',
  'pushed-layers.json',
  'updates.json',
  'tags',
  'logs',
  'crashes',
];

const mark = z.object({ erase: z.boolean() });

/** Where a run that keeps nothing writes to. */
export const sessionFolder = (home: string): string => join(home, SESSION);

export const isMarked = (home: string): boolean => existsSync(join(home, MARK));

/** From the next start on. `erase`: what is in the home already goes then. @throws Error of node:fs */
export function setMark(home: string, isOn: boolean, erase: boolean): void {
  if (isOn) writeFileSync(join(home, MARK), `${JSON.stringify({ erase })}\n`, { mode: 0o600 });
  else rmSync(join(home, MARK), { force: true });
}

/**
 * Erases what a run that ended badly left behind, and what the mark says. Call before anything reads the home, in the one process
 * that may write there. Gives the names of what was erased. @throws Error of node:fs when something can't be erased
 */
export function sweep(home: string): readonly string[] {
  const swept: string[] = [];
  const session = sessionFolder(home);
  if (existsSync(session)) {
    swept.push(...readdirSync(session).filter((name) => !BARE.has(name)));
    rmSync(session, { recursive: true, force: true });
  }
  if (wantsErasure(home)) {
    for (const name of readdirSync(home).filter(isOwn)) {
      rmSync(join(home, name), { recursive: true, force: true });
      swept.push(name);
    }
    setMark(home, true, false);
  }
  if (isMarked(home)) mkdirSync(session, { recursive: true, mode: 0o700 });
  return [...new Set(swept)].sort();
}

/** Erases the session's folder at the end of a run; says whether nothing of it is left. */
export function eraseSession(home: string): boolean {
  const session = sessionFolder(home);
  try {
    rmSync(session, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    return false;
  }
  return !existsSync(session);
}

/** Made again by every start, they tell nothing of what was done. */
const BARE = new Set(['crashes', 'logs']);

/** Damaged files that were set aside carry their name and more. */
const isOwn = (name: string): boolean => OWN.some((own) => name === own || name.startsWith(`${own}.`));

/** A mark that can't be read erases nothing. */
function wantsErasure(home: string): boolean {
  try {
    return mark.parse(JSON.parse(readFileSync(join(home, MARK), 'utf8'))).erase;
  } catch {
    return false;
  }
}
