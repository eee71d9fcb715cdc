import { describe, expect, it } from 'vitest';
import { diffRows } from './diff-rows.js';

const shown = (before: string, after: string) =>
  diffRows(before, after).map(({ kind, number, text }) => `${kind} ${number} ${text}`);

describe('the difference between two texts', () => {
  it('is what is added and removed, numbered where it stands, with some lines around it', () => {
    expect(shown('a\nb\nc\nd\ne\n', 'a\nb\nc\nx\nd\n')).toEqual([
      'same 1 a',
      'same 2 b',
      'same 3 c',
      'added 4 x',
      'same 5 d',
      'removed 5 e',
    ]);
  });

  it('leaves out what lies far from any change', () => {
    const lines = Array.from({ length: 30 }, (_, at) => `line ${at}`);
    const rows = diffRows(lines.join('\n'), lines.with(2, 'X').with(25, 'Y').join('\n'));
    expect(rows.filter(({ kind }) => kind === 'gap')).toHaveLength(1);
    expect(rows.length).toBeLessThan(22);
  });

  it('is nothing for the same text, and the whole of two that share nothing', () => {
    expect(diffRows('a', 'a')).toEqual([]);
    const many = (word: string) => Array.from({ length: 1_500 }, (_, at) => `${word}${at}`).join('\n');
    expect(diffRows(many('a'), many('b'))).toHaveLength(3_000);
  });

  it('cuts lines that are endless', () => {
    expect(diffRows('', 'x'.repeat(10_000))[0]!.text.length).toBeLessThan(400);
  });
});
