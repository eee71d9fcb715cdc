import { describe, expect, it } from 'vitest';
import { tsvOf } from './tsv.js';

describe('a table for the clipboard', () => {
  it('has a line for each row, raw numbers, and empty cells for what is unknown', () => {
    expect(
      tsvOf([
        ['Name', 'Bytes', 'Image'],
        ['a, b', 1_234_567, null],
        ['c', -1, 'x'],
      ]),
    ).toBe('Name\tBytes\tImage\na, b\t1234567\t\nc\t-1\tx\n');
  });

  it('keeps each cell in its place, whatever is written in it', () => {
    expect(tsvOf([['two\r\nlines', 'a\tb', 'say "x"', '"quoted" first', 'plain ü']])).toBe(
      'two lines\ta b\tsay "x"\t"""quoted"" first"\tplain ü\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\n=1', '＝1', 'RUN x;=1'])(
    'never lets %j be a formula',
    (text) => {
      expect(tsvOf([[text]])).not.toMatch(/(?:^|[\t;\n])\s*[=+\-@＝]/);
    },
  );
});
