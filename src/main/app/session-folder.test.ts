import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eraseSessions, makeSession, sessionFolder } from './session-folder.js';

describe('the files of a run that keeps nothing', () => {
  let home: string;
  let memory: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'strata-session-'));
    memory = mkdtempSync('/dev/shm/strata-test-');
  });
  afterEach(() => [home, memory].forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  it('lie in memory, for this user only, where the system offers that', () => {
    makeSession(home, [memory]);
    const { path, isInMemory } = sessionFolder(home, [memory]);
    expect(isInMemory).toBe(true);
    expect(path.startsWith(memory)).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(readdirSync(home)).toEqual([]);
  });

  it('lie in the home where the system offers none', () => {
    for (const roots of [[], [join(memory, 'absent')], ['/proc']])
      expect(sessionFolder(home, roots)).toEqual({ path: join(home, 'session'), isInMemory: false });
  });

  it('are another home’s in another folder', () => {
    expect(sessionFolder(home, [memory]).path).not.toBe(sessionFolder(`${home}-2`, [memory]).path);
  });

  it.each([
    ['a link', (path: string) => symlinkSync(home, path)],
    ['a file', (path: string) => writeFileSync(path, '')],
    ['a folder open to others', (path: string) => (mkdirSync(path), chmodSync(path, 0o755))],
  ])('lie elsewhere when %s has their name, and it stays', (_, take) => {
    const { path } = sessionFolder(home, [memory]);
    take(path);
    writeFileSync(join(home, 'thesis.txt'), 'x');
    expect(sessionFolder(home, [memory])).toEqual({ path: join(home, 'session'), isInMemory: false });
    expect(eraseSessions(home, [memory])).toEqual([]);
    expect(existsSync(path)).toBe(true);
    expect(readdirSync(home)).toEqual(['thesis.txt']);
  });

  it('are erased wherever a run can have put them', () => {
    makeSession(home, [memory]);
    makeSession(home, []);
    writeFileSync(join(sessionFolder(home, [memory]).path, 'updates.json'), '');
    writeFileSync(join(sessionFolder(home, []).path, 'settings.json'), '');
    expect(eraseSessions(home, [memory])).toEqual(['settings.json', 'updates.json']);
    expect([...readdirSync(home), ...readdirSync(memory)]).toEqual([]);
  });
});
