/** A text by its lines: where each begins and ends, and which line and column an offset is. */
import type { Position, Range } from './syntax.js';

export type SourceLine = {
  /** From 1. */
  readonly number: number;
  /** Offset of its first character; a byte order mark before it is left out. */
  readonly start: number;
  /** After its last character, the line's end (`\n`, `\r\n`) left out. */
  readonly end: number;
};

const BYTE_ORDER_MARK = '\uFEFF';

/** Lines end at `\n`, with any `\r` right before it, as BuildKit reads them; no other character ends one. */
export class Source {
  /** A line end as the last character begins no further line. */
  readonly lines: readonly SourceLine[];
  readonly #starts: readonly number[];
  /** Index of the line that was last asked for: the next question is mostly about the same. */
  #last = 0;

  constructor(readonly text: string) {
    const lines: SourceLine[] = [];
    const starts: number[] = [];
    for (let at = 0; at < text.length;) {
      const newline = text.indexOf('\n', at);
      const next = newline < 0 ? text.length : newline + 1;
      const start = at === 0 && text.startsWith(BYTE_ORDER_MARK) ? 1 : at;
      let end = newline < 0 ? next : newline;
      while (end > start && text.charAt(end - 1) === '\r') end--;
      starts.push(at);
      lines.push({ number: lines.length + 1, start, end });
      at = next;
    }
    this.lines = lines;
    this.#starts = starts;
  }

  /** Without its end. */
  lineText(line: SourceLine): string {
    return this.text.slice(line.start, line.end);
  }

  /** After the line's end: where the next one begins. */
  after(line: SourceLine): number {
    return this.#starts[line.number] ?? this.text.length;
  }

  /** Offsets outside the text count as its ends. */
  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const starts = this.#starts;
    let line = this.#last;
    if ((starts[line] ?? 0) > at || (starts[line + 1] ?? Infinity) <= at)
      this.#last = line = this.#lineOf(at);
    return { offset: at, line: line + 1, column: at - (starts[line] ?? 0) + 1 };
  }

  /** Its index. */
  #lineOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(end) };
  }
}
