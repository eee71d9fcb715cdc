import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eraseSession, isMarked, setMark, sweep } from './foreign-files.js';
import { sessionFolder } from './session-folder.js';

describe('a machine that isn’t the user’s', () => {
  let home: string;
  beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'strata-foreign-'))));
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const write = (...path: string[]): void => {
    mkdirSync(join(home, ...path.slice(0, -1)), { recursive: true });
    writeFileSync(join(home, ...path), 'x');
  };

  it('is so from the next start on, until it is said to be the user’s again', () => {
    expect(sweep(home, [])).toEqual([]);
    expect(existsSync(sessionFolder(home, []).path)).toBe(false);
    setMark(home, true, false);
    expect(isMarked(home)).toBe(true);
    expect(sweep(home, [])).toEqual([]);
    expect(readdirSync(sessionFolder(home, []).path)).toEqual([]);
    setMark(home, false, false);
    expect(isMarked(home)).toBe(false);
  });

  it('loses what was there only if that was wanted, once, and nothing that is not Strata’s', () => {
    write('settings.json');
    write('logins.json.damaged-1');
    write('builds', 'one', 'record');
    write('releases.json');
    write('strata-updater', 'pending', 'strata.deb');
    write('thesis.txt');
    setMark(home, true, false);
    expect(sweep(home, [])).toEqual([]);
    setMark(home, true, true);
    expect(sweep(home, [])).toEqual([
      'builds',
      'logins.json.damaged-1',
      'releases.json',
      'settings.json',
      'strata-updater',
    ]);
    expect(readdirSync(home).sort()).toEqual(['not-mine.json', 'session', 'thesis.txt']);
    write('settings.json');
    expect(sweep(home, [])).toEqual([]);
  });

  it('is cleaned of what a crash left, also when it is the user’s again', () => {
    write('session', 'updates.json');
    write('session', 'logs', 'strata.log');
    expect(sweep(home, [])).toEqual(['updates.json']);
    expect(existsSync(sessionFolder(home, []).path)).toBe(false);
  });

  it('holds nothing of a run that has ended', () => {
    setMark(home, true, false);
    sweep(home, []);
    write('session', 'builds', 'one', 'record');
    expect(eraseSession(home, [])).toBe(true);
    expect(readdirSync(home)).toEqual(['not-mine.json']);
  });

  it.each(['', '{', '[]', '{"erase":"yes"}'])('erases nothing for a mark that can’t be read: %j', (text) => {
    write('settings.json');
    writeFileSync(join(home, 'not-mine.json'), text);
    expect(sweep(home, [])).toEqual([]);
    expect(existsSync(join(home, 'settings.json'))).toBe(true);
  });
});
