import { describe, expect, it } from 'vitest';
import { compareVersions, parseVersion } from './version.js';

const version = (text: string) => parseVersion(text)!;

describe('versions', () => {
  it('come in the order in which they are released', () => {
    const inOrder = ['0.9.0', '0.10.0-beta.2', '0.10.0-beta.10', '0.10.0', '0.10.1', '1.0.0-beta.0', '1.0.0'];
    const shuffled = [...inOrder].reverse();
    expect(shuffled.sort((a, b) => compareVersions(version(a), version(b)))).toEqual(inOrder);
    for (const text of inOrder) expect(compareVersions(version(text), version(text))).toBe(0);
  });

  it('are nothing but what releases are called', () => {
    const others = [
      '1',
      '1.2',
      'v1.2.3',
      '1.2.3-alpha.1',
      '1.2.3-beta',
      '1.2.3+x',
      '01.2.3',
      '1.2.3 ',
      '1.2.3\n',
      '',
    ];
    for (const text of [...others, '9999999.0.0']) expect(parseVersion(text), text).toBeNull();
  });
});
