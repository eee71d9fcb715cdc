import { describe, expect, it } from 'vitest';
import { contentOf } from './content.js';
import { componentOf } from './file-name.js';
import { staysInside } from './take-plan.js';

describe('a link in what is saved', () => {
  it.each([
    ['a/b', 'c', true],
    ['a/b', '../c', true],
    ['a/b', './../c//d', true],
    ['b', '..', false],
    ['a/b', '../../c', false],
    ['b', '/etc/passwd', false],
    // What stands before `..` may be a link itself, and then leads elsewhere than it says.
    ['c', 'p/q/b/../x', false],
    ['b', 'C:\\Windows', false],
    ['b', '', false],
  ])('%s → %s: stays inside: %s', (path, target, stays) => {
    expect(staysInside(path.split('/'), target)).toBe(stays);
  });
});

describe('a name', () => {
  const named = (platform: NodeJS.Platform, ...names: string[]) => {
    const used = new Set<string>();
    return names.map((name) => componentOf(name, Buffer.from('/x'), used, platform).toString('utf8'));
  };
  it('is kept as it is where every byte may stand in one', () => {
    expect(named('linux', 'a:b', 'A', 'a')).toEqual(['a:b', 'A', 'a']);
    expect(componentOf('\udce9', Buffer.from('/x'), new Set(), 'linux')).toEqual(Buffer.from([0xe9]));
  });
  it('becomes one that the system takes, and falls together with no other', () => {
    expect(named('win32', 'con.txt', 'a<b>', 'end.', 'A', 'a')).toEqual([
      '_con.txt',
      'a_b_',
      'end_',
      'A',
      'a (2)',
    ]);
    expect(named('darwin', 'e\u0301', '\u00e9')).toEqual(['e\u0301', '\u00e9 (2)']);
  });
});

describe('content', () => {
  it('is text when it is UTF-8, whatever it is called, and cut between characters', () => {
    const long = Buffer.concat([Buffer.alloc(1024 * 1024 - 1, 'a'), Buffer.from('é…')]);
    const content = contentOf(long, long.length);
    expect(content).toMatchObject({ kind: 'text', isWhole: false });
    expect(content.kind === 'text' && content.text.endsWith('aa')).toBe(true);
    expect(contentOf(Buffer.from('<svg onload="alert(1)"/>'), 24)).toMatchObject({ kind: 'text' });
  });
  it('is a picture only by its bytes, and only when all of it is there', () => {
    const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
    expect(contentOf(png, 8)).toMatchObject({ kind: 'picture', type: 'image/png' });
    expect(contentOf(png, 9)).toEqual({ kind: 'large', size: 9 });
  });
  it('is neither when it is no text', () => {
    expect(contentOf(Buffer.from([0xff, 0xfe, 0x41]), 3)).toEqual({ kind: 'binary', size: 3 });
    expect(contentOf(Buffer.from('a\0b'), 3)).toEqual({ kind: 'binary', size: 3 });
  });
});
