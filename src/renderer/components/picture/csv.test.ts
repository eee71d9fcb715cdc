import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.js';

describe('a table as CSV', () => {
  it('has a line for each row, raw numbers, and empty cells for what is unknown', () => {
    expect(
      csvOf([
        ['Name', 'Bytes'],
        ['a', 1_234_567],
        ['b', null],
        ['c', 0.5],
        ['d', -1],
      ]),
    ).toBe('Name,Bytes\r\na,1234567\r\nb,\r\nc,0.5\r\nd,-1\r\n');
  });

  it('quotes what would end a cell or a row', () => {
    expect(csvOf([['a,b', 'say "x"', 'two\nlines', 'cr\r', 'plain ü']])).toBe(
      '"a,b","say ""x""","two\nlines","cr\r",plain ü\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\0=1', '＝1', '＠x'])(
    'never lets %j be a formula',
    (text) => {
      const line = csvOf([[text]]).slice(0, -2);
      expect(line.replace(/^"/, '').startsWith(`'${text}`)).toBe(true);
    },
  );

  it('lets none begin behind a semicolon, where some lists have their cells', () => {
    expect(csvOf([["RUN x;=cmd|' /C calc'!A0", 'a; b']])).toBe(`"RUN x;'=cmd|' /C calc'!A0","a; b"\r\n`);
  });

  it('keeps a quoted formula text, too', () => {
    expect(csvOf([['=HYPERLINK("http://x","y")']])).toBe(`"'=HYPERLINK(""http://x"",""y"")"\r\n`);
    expect(csvOf([[' =1', 'a=1']])).toBe(' =1,a=1\r\n');
  });
});
