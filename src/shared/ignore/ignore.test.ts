import { describe, expect, it } from 'vitest';
import { createIgnore, IgnorePatternError, parseIgnore, parseIgnoreLines } from './ignore.js';

const excludes = (text: string, path: string) => createIgnore(parseIgnore(text)).excludes(path);

describe('an ignore file', () => {
  it('is read without comments, blank lines, a byte order mark and spaces at the ends', () => {
    expect(parseIgnore('\uFEFF# no\r\n\r\n  a b  \r\n/rooted/\n./x/../y\n! /z\n #not a comment')).toEqual([
      'a b',
      'rooted',
      'y',
      '!z',
      '#not a comment',
    ]);
  });

  it.each([
    ['node_modules', 'node_modules/a/b.js', true],
    ['node_modules', 'web/node_modules/a', false],
    ['**/node_modules', 'web/node_modules/a', true],
    ['*.md', 'a.md', true],
    ['*.md', 'docs/a.md', false],
    ['*.md\n!README.md', 'README.md', false],
    ['!README.md\n*.md', 'README.md', true],
    ['dir\n!dir/keep', 'dir/keep/deep', false],
    ['dir\n!dir/keep', 'dir/other', true],
    ['*\n!src', 'src/index.ts', false],
    ['a?c', 'abc', true],
    ['\\[a\\]', '[a]', true],
    ['\\[a', '[a', true],
    ['a?c', 'a/c', false],
    ['a?c', 'a🐳c', true],
    ['[ab].txt', 'b.txt', true],
    ['[^ab].txt', 'b.txt', false],
    ['a\\*b', 'a*b', true],
    ['a\\*b', 'axb', false],
    ['a.b', 'axb', false],
    ['(x)+', '(x)+', true],
    ['dir/**', 'dir', false],
    ['dir/**', 'dir/a/b', true],
    ['**/*.log', 'a.log', true],
    ['a/**/z', 'a/z', true],
  ])('%j leaves %s out: %s', (text, path, excluded) => {
    expect(excludes(text, path)).toBe(excluded);
  });

  it.each(['[', 'a[', '[]', '[a', 'a\\', '[-]', '!'])('with %j is refused', (text) => {
    expect(() => createIgnore(parseIgnore(text))).toThrow(IgnorePatternError);
  });

  it('knows which excluded folder may hold something that is wanted', () => {
    const ignore = createIgnore(parseIgnore('*\n!src/main/*.ts\n!a/b'));
    expect(['src', 'src/main', 'src/main/deep', 'a', 'a/b', 'a/b/c'].map(ignore.mayReinclude)).toEqual(
      Array.from({ length: 6 }, () => true),
    );
    expect(['other', 'srcs', 'src/other'].map(ignore.mayReinclude)).toEqual([false, false, false]);
    expect(createIgnore(['*', '!**/keep']).mayReinclude('any/where')).toBe(true);
  });

  it('decides quickly, also on what was made to be slow', () => {
    const ignore = createIgnore([`${'*a'.repeat(12)}b`]);
    const began = performance.now();
    expect(ignore.excludes('a'.repeat(60))).toBe(false);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

describe('the line that decides', () => {
  it.each([
    ['node_modules', 'node_modules/a/b.js', 0],
    ['*.log\n**/*.log', 'a.log', 1],
    ['*.md\n!README.md', 'README.md', 1],
    ['!README.md\n*.md', 'README.md', 1],
    ['dir\n!dir/keep', 'dir/other', 0],
    ['dir\n!dir/keep', 'dir/keep/deep', 1],
    ['a\nb', 'c', null],
  ])('of %j for %s is the last that matches', (text, path, at) => {
    const ignore = createIgnore(parseIgnore(text));
    expect(ignore.decidedBy(path)).toBe(at);
    const decides = at === null ? undefined : parseIgnore(text)[at];
    expect(ignore.excludes(path)).toBe(decides !== undefined && !decides.startsWith('!'));
  });

  it('is found in the file by its number, comments and blank lines counted', () => {
    expect(parseIgnoreLines('# a\r\n\r\n/x/\r\n\r\n!y')).toEqual([
      { pattern: 'x', number: 3 },
      { pattern: '!y', number: 5 },
    ]);
  });
});
