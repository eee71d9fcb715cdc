import { describe, expect, it } from 'vitest';
import { efficiencySentence, modeText, progressPhrase, targetPhrase } from './file-words.js';

describe('permissions', () => {
  it.each([
    ['file', 0o644, '-rw-r--r--'],
    ['folder', 0o1777, 'drwxrwxrwt'],
    ['file', 0o4755, '-rwsr-xr-x'],
    ['file', 0o4644, '-rwSr--r--'],
    ['file', 0o2755, '-rwxr-sr-x'],
    ['link', 0o777, 'lrwxrwxrwx'],
    ['pipe', 0, 'p---------'],
  ] as const)('of a %s with %o are written as ls does', (kind, mode, text) => {
    expect(modeText({ kind, mode })).toBe(text);
  });
});

it('tells a link from another name of the same file', () => {
  expect(targetPhrase({ target: '../lib', hardLink: false })).toBe('→ ../lib');
  expect(targetPhrase({ target: 'usr/bin/perl', hardLink: true })).toBe('= usr/bin/perl');
  expect(targetPhrase({ target: null, hardLink: false })).toBe('');
});

describe('efficiency', () => {
  const some = {
    visible: 999_999,
    total: 1_000_000,
    efficiency: 0.999999,
    wasted: 1,
    wastedPaths: 1,
    paths: [],
  };
  it('is never said to be whole while something is wasted', () => {
    expect(efficiencySentence(some)).toBe(
      '99.9 % of what the layers hold is visible; 1 B in 1 path is wasted.',
    );
  });
  it('is whole when nothing is', () => {
    expect(efficiencySentence({ ...some, visible: 1_000_000, wasted: 0, wastedPaths: 0 })).toContain(
      'nothing is wasted',
    );
  });
});

it('never tells of more bytes than there are', () => {
  expect(progressPhrase({ phase: 'reading', bytes: 2_000_000, total: 1_000_000, entries: 1 })).toBe(
    'Reading: 2 MB of about 2 MB, 1 entry so far',
  );
});
