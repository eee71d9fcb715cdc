import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openedPath } from './opened-path.js';

describe('what a start names', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'opened-path-'));
    mkdirSync(join(cwd, 'my project'));
    for (const name of ['Dockerfile', 'Dockerfile.dev', 'api.dockerfile', 'image.tar.gz', 'notes.txt'])
      writeFileSync(join(cwd, name), '');
  });
  afterEach(() => rmSync(cwd, { recursive: true }));
  const folder = (path: string) => ({ kind: 'folder', path });

  it('is resolved against where the command was given', () => {
    expect(openedPath(['strata', 'my project'], cwd, 1)).toEqual(folder(join(cwd, 'my project')));
    expect(openedPath(['strata', '.'], cwd, 1)).toEqual(folder(cwd));
  });

  it('comes after the folder of the app in development', () => {
    expect(openedPath(['electron', '--no-sandbox', '/app', '.'], cwd, 2)).toEqual(folder(cwd));
    expect(openedPath(['electron', '/app'], cwd, 2)).toBeNull();
  });

  it('is what a file manager names by its address', () => {
    const address = pathToFileURL(join(cwd, 'my project')).href;
    expect(openedPath(['strata', address], cwd, 1)).toEqual(folder(join(cwd, 'my project')));
    expect(openedPath(['strata', 'file://elsewhere/x'], cwd, 1)).toBeNull();
  });

  it.each(['Dockerfile', 'Dockerfile.dev', 'api.dockerfile'])(
    'of %s is the folder that it builds',
    (name) => {
      expect(openedPath(['strata', name], cwd, 1)).toEqual(folder(cwd));
    },
  );

  it('is an archive, to be looked into', () => {
    expect(openedPath(['strata', 'image.tar.gz'], cwd, 1)).toEqual({
      kind: 'archive',
      path: join(cwd, 'image.tar.gz'),
    });
  });

  it.each([['gone'], ['--flag'], ['notes.txt'], []])(
    'is nothing when Strata doesn’t open it: %s',
    (...words) => {
      expect(openedPath(['strata', ...words], cwd, 1)).toBeNull();
    },
  );
});
