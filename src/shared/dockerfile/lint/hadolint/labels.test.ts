import { describe, expect, it } from 'vitest';
import { findings } from '../../../../../tests/support/dockerfile-lint.js';
import type { LabelKind } from './label-values.js';

const lines = (
  rule: string,
  labels: Readonly<Record<string, LabelKind>>,
  text: string,
  areLabelsStrict = false,
) =>
  findings(rule, text, { hadolint: { labels: new Map(Object.entries(labels)), areLabelsStrict } }).map(
    ({ line }) => line,
  );

describe('names of labels (DL3048)', () => {
  it('follow Docker’s guidelines', () => {
    const fires = (key: string) => findings('DL3048', `FROM a:1\nLABEL ${key}=x\n`).length > 0;
    expect(['org.example.a-b', 'version2', '"quoted"', '$KEY'].filter(fires)).toEqual([]);
    const wrong = ['io.docker.x', 'Upper', 'under_score', '.a', '9a', 'a-', 'a--b', 'a..b'];
    expect(wrong.filter(fires)).toEqual(wrong);
  });
});

describe('labels that a project asks for', () => {
  it('are there, or in the stage that all is done for (DL3049)', () => {
    expect(
      lines('DL3049', { a: 'text' }, 'FROM x:1 AS b\nFROM x:1\nCOPY --from=b /y /\nLABEL a=1\nFROM b\n'),
    ).toEqual([5]);
    expect(lines('DL3049', { a: 'text' }, 'FROM x:1 AS b\nLABEL a=1\nFROM b\n')).toEqual([]);
    expect(lines('DL3049', {}, 'FROM x:1\n')).toEqual([]);
  });

  it('are the only ones, where that is asked for (DL3050)', () => {
    expect(lines('DL3050', { a: 'text' }, 'FROM x:1\nLABEL a=1\nLABEL b=1\n', true)).toEqual([3]);
    expect(lines('DL3050', { a: 'text' }, 'FROM x:1\nLABEL b=1\n')).toEqual([]);
  });

  it('hold what they should', () => {
    const cases: readonly (readonly [string, LabelKind, readonly string[], readonly string[]])[] = [
      ['DL3051', 'text', ['x', '$X'], ['']],
      ['DL3052', 'url', ['https://example.org/a?b#c', 'http://h'], ['example.org', 'http://']],
      [
        'DL3053',
        'rfc3339',
        ['2024-02-29T12:00:00Z', '2024-01-01T00:00:00.5+02:00'],
        ['2024-02-01', '2024-13-01T00:00:00Z'],
      ],
      [
        'DL3054',
        'spdx',
        ['MIT', 'Apache-2.0 OR GPL-3.0-or-later', 'GPL-2.0-only WITH Classpath-exception-2.0'],
        ['Mine', 'MIT OR Mine'],
      ],
      ['DL3055', 'hash', ['0a1b2c3', 'a'.repeat(40)], ['0a1b2', 'main']],
      ['DL3056', 'semver', ['1.2.3', '1.0.0-rc.1+build.5'], ['1.2', 'v1.2.3', '01.2.3']],
      ['DL3058', 'email', ['me@example.org'], ['me', 'me@example']],
    ];
    for (const [rule, kind, right, wrong] of cases) {
      const fires = (value: string) =>
        lines(rule, { a: kind }, `FROM x:1\nLABEL a="${value}" b=""\n`).length > 0;
      expect([rule, right.filter(fires)]).toEqual([rule, []]);
      expect([rule, wrong.filter(fires)]).toEqual([rule, wrong]);
    }
  });
});
