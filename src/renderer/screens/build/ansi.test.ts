import { describe, expect, it } from 'vitest';
import { MAX_LINE_LENGTH, parseAnsi, plainText } from './ansi.js';

const ESC = '\u001b';
const colours = (line: string) => parseAnsi(line).map((span) => [span.text, span.colour]);

describe('colours', () => {
  it('leaves plain text as one span', () => {
    expect(parseAnsi('added 312 packages')).toEqual([
      {
        text: 'added 312 packages',
        colour: null,
        bold: false,
        dim: false,
        italic: false,
        underline: false,
      },
    ]);
  });

  it('paints the eight colours, bright or not, and goes back at a reset', () => {
    expect(colours(`${ESC}[31mred${ESC}[0m plain ${ESC}[92mgreen${ESC}[39m plain`)).toEqual([
      ['red', 'red'],
      [' plain ', null],
      ['green', 'green'],
      [' plain', null],
    ]);
  });

  it('reads an empty parameter as a reset', () => {
    expect(colours(`${ESC}[31ma${ESC}[mb`)).toEqual([
      ['a', 'red'],
      ['b', null],
    ]);
  });

  it('keeps weights beside colours', () => {
    const [span] = parseAnsi(`${ESC}[1;4;33mnpm WARN`);
    expect(span).toMatchObject({ text: 'npm WARN', colour: 'yellow', bold: true, underline: true });
  });

  it('takes 256 and true colours to their nearest, without eating the codes that follow', () => {
    expect(parseAnsi(`${ESC}[38;5;196;1mx`)[0]).toMatchObject({ colour: 'red', bold: true });
    expect(parseAnsi(`${ESC}[38;2;20;200;30;1mx`)[0]).toMatchObject({ colour: 'green', bold: true });
    expect(parseAnsi(`${ESC}[48;5;21;31mx`)[0]).toMatchObject({ colour: 'red' });
  });

  it('never paints black or white, which one of the themes would hide', () => {
    for (const code of ['30', '37', '97', '38;5;0', '38;5;231', '38;2;255;255;255', '38;2;0;0;0'])
      expect(parseAnsi(`${ESC}[${code}mx`)[0]?.colour).toBeNull();
  });
});

describe('control characters', () => {
  it('drops cursor movements, clears and titles', () => {
    expect(plainText(`${ESC}[2K${ESC}[1Gdone${ESC}]0;owned\u0007!`)).toBe('done!');
    expect(plainText(`${ESC}]8;;https://example.org${ESC}\\link${ESC}]8;;${ESC}\\`)).toBe('link');
    expect(plainText(`${ESC}(Bascii${ESC}=`)).toBe('ascii');
  });

  it('drops sequences that the line cuts short', () => {
    expect(plainText(`ok${ESC}[31`)).toBe('ok');
    expect(plainText(`ok${ESC}]0;title`)).toBe('ok');
    expect(plainText(`ok${ESC}`)).toBe('ok');
  });

  it('drops bells, backspaces and NULs, and keeps tabs', () => {
    expect(plainText('a\u0007b\u0008c\u0000\td')).toBe('abc\td');
  });

  it('shows what would reorder or hide text', () => {
    expect(plainText('safe\u202Egnp.exe')).toBe('safe\uFFFDgnp.exe');
  });

  it('leaves the last state of a progress bar', () => {
    expect(plainText('10%\r50%\r100%')).toBe('100%');
    expect(plainText('100%\r')).toBe('100%');
    expect(plainText('\r')).toBe('');
  });
});

it('cuts a line that is too long and says so', () => {
  const text = plainText('x'.repeat(MAX_LINE_LENGTH + 10));
  expect(text).toBe(`${'x'.repeat(MAX_LINE_LENGTH)} … 10 more characters`);
});

it('parses a hostile line in linear time', () => {
  const started = performance.now();
  parseAnsi(`${ESC}[`.repeat(100_000));
  parseAnsi(`${ESC}]`.repeat(100_000));
  expect(performance.now() - started).toBeLessThan(2_000);
});
