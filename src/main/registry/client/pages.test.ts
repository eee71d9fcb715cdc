import { describe, expect, it } from 'vitest';
import { nextPath, parseNames, pathOfPage } from './pages.js';

const asked = new URL('https://registry.example.com/v2/_catalog?n=2');
const next = (...lines: string[]) => nextPath(lines, asked);

describe('the page after', () => {
  it.each([
    ['</v2/_catalog?last=b&n=2>; rel="next"', '/v2/_catalog?last=b&n=2'],
    ['<https://registry.example.com/v2/_catalog?last=b&n=2>;rel=next', '/v2/_catalog?last=b&n=2'],
    ['<_catalog?last=b&n=2>; rel="next"', '/v2/_catalog?last=b&n=2'],
    ['</other>; rel="prev", </v2/_catalog?last=a%2Cb>; rel="next"', '/v2/_catalog?last=a%2Cb'],
  ])('%s is found', (line, path) => expect(next(line)).toBe(path));

  it.each([
    ['none', ''],
    ['another host’s', '<https://evil.example.net/v2/_catalog?last=b>; rel="next"'],
    ['another port’s', '<https://registry.example.com:8443/v2/_catalog?last=b>; rel="next"'],
    ['another list’s', '</v2/team/secret/tags/list?last=b>; rel="next"'],
    ['the same page again', '</v2/_catalog?n=2>; rel="next"'],
    ['nonsense', '<http://[>; rel="next"'],
    ['without a relation', '</v2/_catalog?last=b>'],
  ])('is not asked for: %s', (_name, line) => expect(next(line)).toBeNull());
});

it('a page’s mark from outside leads nowhere but into its own list', () => {
  const list = '/v2/team/app/tags/list';
  expect(pathOfPage(list, { size: 50 })).toBe(`${list}?n=50`);
  expect(pathOfPage(list, { after: `${list}?last=b` })).toBe(`${list}?last=b`);
  expect(pathOfPage(list, { after: '/v2/other/tags/list?last=b', size: 50 })).toBe(`${list}?n=50`);
});

it('a repository without tags has none, whichever way it is said', () => {
  expect(parseNames(Buffer.from('{"name":"a","tags":null}'), 'tags')).toEqual([]);
  expect(parseNames(Buffer.from('{"name":"a"}'), 'tags')).toEqual([]);
  expect(parseNames(Buffer.from('{"tags":["1",2]}'), 'tags')).toBeNull();
  expect(parseNames(Buffer.from('<html>'), 'tags')).toBeNull();
});
