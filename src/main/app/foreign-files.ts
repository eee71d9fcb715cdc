/**
 * "This machine isn't mine", in Strata's home: a mark says so, and all that a run learns lies in one folder that goes when it ends.
 * What a crash leaves there goes at the next start, before anything reads it.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eraseSessions, makeSession, sessionFolder } from './session-folder.js';

const MARK = 'not-mine.json';
/** What Strata writes into its home and may erase there. By name: the home may be a folder that holds other things, too. */
const OWN = [
  'settings.json',
  'window.json',
  'drawing.json',
  'logins.json',
  'projects.json',
  'builds',
  'forecasts',
  'layers',
  'fetched',
  'drafts',
  'pushed-layers.json',
  'updates.json',
  'releases.json',
  'strata-updater',
  'tags',
  'strata-sample',
  'logs',
  'crashes',
];

export const isMarked = (home: string): boolean => existsSync(join(home, MARK));

/** From the next start on. `erase`: what is in the home already goes then. @throws Error of node:fs */
export function setMark(home: string, isOn: boolean, erase: boolean): void {
  if (isOn) writeFileSync(join(home, MARK), `${JSON.stringify({ erase })}\n`, { mode: 0o600 });
  else rmSync(join(home, MARK), { force: true });
}

/**
 * Erases what a run that ended badly left behind, and what the mark says. Call before anything reads the home, in the one process
 * that may write there. Gives the names of what was erased. `roots`: file systems in memory, else the system's. @throws Error of node:fs when something can't be erased
 */
export function sweep(home: string, roots?: readonly string[]): readonly string[] {
  const swept = eraseSessions(home, roots).filter((name) => !BARE.has(name));
  if (wantsErasure(home)) {
    for (const name of readdirSync(home).filter(isOwn)) {
      rmSync(join(home, name), { recursive: true, force: true });
      swept.push(name);
    }
    setMark(home, true, false);
  }
  if (isMarked(home)) makeSession(home, roots);
  return [...new Set(swept)].sort();
}

/** Erases what a run has written, at its end; says whether nothing of it is left. */
export function eraseSession(home: string, roots?: readonly string[]): boolean {
  try {
    eraseSessions(home, roots);
    return !existsSync(sessionFolder(home, roots).path);
  } catch {
    return false;
  }
}

/** Made again by every start, they tell nothing of what was done. */
const BARE = new Set(['crashes', 'logs']);

/** Damaged files that were set aside carry their name and more. */
const isOwn = (name: string): boolean => OWN.some((own) => name === own || name.startsWith(`${own}.`));

/** A mark that can't be read erases nothing. */
function wantsErasure(home: string): boolean {
  try {
    const mark: unknown = JSON.parse(readFileSync(join(home, MARK), 'utf8'));
    return typeof mark === 'object' && mark !== null && 'erase' in mark && mark.erase === true;
  } catch {
    return false;
  }
}
