/** Terminal output as spans to paint: SGR colours and weights kept, every other control sequence dropped. Pure. */

/** The colours a span can have. Every other one is taken to its nearest, so that text stays readable on both themes. */
export type AnsiColour = 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan' | 'grey';

export type AnsiSpan = {
  readonly text: string;
  readonly colour: AnsiColour | null;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
};

type Style = Omit<AnsiSpan, 'text'>;

const PLAIN: Style = { colour: null, bold: false, dim: false, italic: false, underline: false };

/** Characters of one line that are painted; a longer line ends with how many were left out. */
export const MAX_LINE_LENGTH = 4_000;

// ECMA-48: CSI parameters, intermediates and final byte; OSC, DCS, SOS, PM and APC strings up to BEL, ST or the end;
// any other escape. An introducer that the line cuts short is dropped with what follows it.
const ESCAPE =
  /(?:\u001b\[|\u009b)([0-?]*)[ -/]*([@-~])|(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c|$)|(?:\u001b\[|\u009b)[0-?]*[ -/]*$|\u001b[ -/]*[0-~]?/g;

const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g;

// Characters that reorder or hide what stands beside them (https://www.unicode.org/reports/tr9/, "Trojan Source").
const INVISIBLE = /[\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * The spans of one line of output. A carriage return starts the line over, as on a terminal, so a progress
 * bar leaves its last state. Colours don't carry from one line to the next.
 */
export function parseAnsi(line: string): readonly AnsiSpan[] {
  const { text, left } = shortened(lastWritten(line));
  const spans: AnsiSpan[] = [];
  let style = PLAIN;
  let at = 0;
  for (const match of text.matchAll(ESCAPE)) {
    push(spans, text.slice(at, match.index), style);
    at = match.index + match[0].length;
    if (match[2] === 'm') style = styled(style, match[1] ?? '');
  }
  push(spans, text.slice(at), style);
  if (left > 0) push(spans, ` … ${left} more characters`, { ...PLAIN, colour: 'grey' });
  return spans;
}

/** One line of output as plain text: what `parseAnsi` would paint, without its colours. */
export function plainText(line: string): string {
  return parseAnsi(line)
    .map((span) => span.text)
    .join('');
}

function lastWritten(line: string): string {
  if (!line.includes('\r')) return line;
  const parts = line.split('\r');
  return parts.findLast((part) => part !== '') ?? '';
}

function shortened(text: string): { readonly text: string; readonly left: number } {
  const left = Math.max(0, text.length - MAX_LINE_LENGTH);
  return { text: left > 0 ? text.slice(0, MAX_LINE_LENGTH) : text, left };
}

function push(spans: AnsiSpan[], raw: string, style: Style): void {
  const text = raw.replace(CONTROL, '').replace(INVISIBLE, '\ufffd');
  if (text !== '') spans.push({ text, ...style });
}

function styled(before: Style, parameters: string): Style {
  const codes = parameters.split(/[;:]/).map((code) => (code === '' ? 0 : Number(code)));
  let style = before;
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? 0;
    if (code === 38 || code === 48 || code === 58) {
      const extended = extendedColour(codes, at + 1);
      if (code === 38) style = { ...style, colour: extended.colour };
      at += extended.length;
    } else {
      style = withCode(style, code);
    }
  }
  return style;
}

function withCode(style: Style, code: number): Style {
  if (code >= 30 && code <= 37) return { ...style, colour: basic(code - 30) };
  if (code >= 90 && code <= 97) return { ...style, colour: basic(code - 90 + 8) };
  switch (code) {
    case 0:
      return PLAIN;
    case 1:
      return { ...style, bold: true };
    case 2:
      return { ...style, dim: true };
    case 3:
      return { ...style, italic: true };
    case 4:
      return { ...style, underline: true };
    case 22:
      return { ...style, bold: false, dim: false };
    case 23:
      return { ...style, italic: false };
    case 24:
      return { ...style, underline: false };
    case 39:
      return { ...style, colour: null };
    default:
      // Backgrounds, blinking, inverse and what else there is don't help reading a log.
      return style;
  }
}

/** `5;n` (256 colours) or `2;r;g;b`: the nearest colour of ours, and how many codes it took. */
function extendedColour(
  codes: readonly number[],
  at: number,
): { readonly colour: AnsiColour | null; readonly length: number } {
  if (codes[at] === 5) return { colour: indexed(codes[at + 1] ?? 0), length: 2 };
  if (codes[at] === 2) {
    const [red = 0, green = 0, blue = 0] = codes.slice(at + 1, at + 4);
    return { colour: nearest(red, green, blue), length: 4 };
  }
  return { colour: null, length: 0 };
}

const BASIC = [null, 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', null] as const;

/** The 16 colours. Black and white are the text's own: either would vanish on one of the themes. */
function basic(index: number): AnsiColour | null {
  return index === 8 ? 'grey' : (BASIC[index % 8] ?? null);
}

function indexed(index: number): AnsiColour | null {
  if (index < 16) return basic(index);
  if (index >= 232) return index < 244 ? 'grey' : null;
  const level = (step: number): number => (step === 0 ? 0 : 55 + step * 40);
  const cube = index - 16;
  return nearest(level(Math.floor(cube / 36)), level(Math.floor(cube / 6) % 6), level(cube % 6));
}

function nearest(red: number, green: number, blue: number): AnsiColour | null {
  const high = Math.max(red, green, blue);
  const low = Math.min(red, green, blue);
  if (high - low < 48) return high < 64 || high > 176 ? null : 'grey';
  const middle = (high + low) / 2;
  const bits = Number(red > middle) + 2 * Number(green > middle) + 4 * Number(blue > middle);
  return BASIC[bits] ?? null;
}
