import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openedFolder } from './opened-folder.js';

describe('the folder on the command line', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'opened-folder-'));
    mkdirSync(join(cwd, 'project'));
  });
  afterEach(() => rmSync(cwd, { recursive: true }));

  it('is resolved against where the command was given', () => {
    expect(openedFolder(['strata', 'project'], cwd, 1)).toBe(join(cwd, 'project'));
    expect(openedFolder(['strata', '.'], cwd, 1)).toBe(cwd);
  });

  it('comes after the folder of the app in development', () => {
    expect(openedFolder(['electron', '--no-sandbox', '/app', 'project'], cwd, 2)).toBe(join(cwd, 'project'));
    expect(openedFolder(['electron', '/app'], cwd, 2)).toBeNull();
  });

  it('is nothing when it is no folder', () => {
    expect(openedFolder(['strata', 'gone'], cwd, 1)).toBeNull();
    expect(openedFolder(['strata', '--flag'], cwd, 1)).toBeNull();
    expect(openedFolder(['strata'], cwd, 1)).toBeNull();
  });
});
