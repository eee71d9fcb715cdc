import { describe, expect, it } from 'vitest';
import { isArchiveName } from '../../../shared/archive-name.js';
import { nameEffect, progressPhrase, proposedName } from './archive-words.js';

const [one, two] = [`sha256:${'1'.repeat(64)}`, `sha256:${'2'.repeat(64)}`];

describe('the words for archives', () => {
  it('propose a plain file name, whatever the image is called', () => {
    expect(proposedName(['ghcr.io/me/app:1.2'], false)).toBe('app-1.2.tar');
    expect(proposedName(['alpine', 'busybox', 'c'], true)).toBe('alpine-and-2-more.tar.gz');
    expect(proposedName([one], false)).toBe('111111111111.tar');
    expect(proposedName([`a@${one}`], false)).toBe('a.tar');
    expect(proposedName(['..\\..\\x y'], false)).not.toMatch(/[\\ ]/);
  });

  it('know archives by their names', () => {
    for (const name of ['a.tar', 'A.TAR.GZ', 'a.tgz', 'a.tar.zst']) expect(isArchiveName(name)).toBe(true);
    for (const name of ['tar', 'Dockerfile', 'a.gz', 'a.tar/b']) expect(isArchiveName(name)).toBe(false);
  });

  it('say what loading does to a name', () => {
    const reference = 'alpine:3.20';
    expect(nameEffect({ reference, image: one, now: null })).toBe('New');
    expect(nameEffect({ reference, image: one, now: one })).toBe('Already here');
    expect(nameEffect({ reference, image: one, now: two })).toBe('Moves from 222222222222 to 111111111111');
    expect(nameEffect({ reference, image: null, now: two })).toContain('loading tells');
  });

  it('call a saved size an estimate, and a loaded one exact', () => {
    const state = { phase: 'moving', bytes: 1000, total: 2000 } as const;
    expect(progressPhrase('save', state)).toBe('1 kB of about 2 kB');
    expect(progressPhrase('load', state)).toBe('1 kB of 2 kB');
  });
});
