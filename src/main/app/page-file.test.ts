import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageFile } from './page-file.js';

const inside = join(sep, 'app', 'out', 'renderer') + sep;

describe('the file of a page', () => {
  it('lies below the folder of the pages', () => {
    expect(pageFile(inside, 'strata://app/index.html')).toBe(join(inside, 'index.html'));
    expect(pageFile(inside, 'strata://app/assets/a%20b.js?x#y')).toBe(join(inside, 'assets', 'a b.js'));
  });

  it.each([
    'strata://app/../main/index.js',
    'strata://app/%2e%2e/main/index.js',
    'strata://app/..%2fmain%2findex.js',
    'strata://app/assets/..%2f..%2f..%2fmain/index.js',
    'strata://app/index.html%00.js',
    'strata://app/%',
    'strata://other/index.html',
    'not an address',
  ])('is nothing for %s, or still below it', (url) => {
    const file = pageFile(inside, url);
    expect(file === null || file.startsWith(inside)).toBe(true);
  });

  it.each([
    'strata://app/..%2fmain%2findex.js',
    'strata://app/%',
    'strata://app/x%00',
    'strata://other/index.html',
  ])('is nothing for %s', (url) => expect(pageFile(inside, url)).toBeNull());
});
