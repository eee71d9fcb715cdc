/** A run of an instruction's text with its continuations taken out, which still knows where each character stands in the file. */
import { trimEnd, trimStart } from './space.js';
import type { Source } from './source.js';
import type { Range, Word } from './syntax.js';

/** What one line of the file gives to an instruction. */
export type Fragment = {
  readonly text: string;
  /** Offset of its first character in the file. */
  readonly offset: number;
};

type Joined = {
  readonly source: Source;
  readonly text: string;
  readonly fragments: readonly Fragment[];
  /** Where each fragment begins in `text`. */
  readonly starts: readonly number[];
};

/** Offsets given to its methods count from its own first character. */
export class Piece {
  readonly text: string;

  private constructor(
    private readonly joined: Joined,
    private readonly start: number,
    end: number,
  ) {
    this.text = joined.text.slice(start, end);
  }

  /** Fragments one right after the other. At least one. */
  static join(source: Source, fragments: readonly Fragment[]): Piece {
    const starts: number[] = [];
    let length = 0;
    for (const { text } of fragments) {
      starts.push(length);
      length += text.length;
    }
    const [first] = fragments;
    const text =
      first && fragments.length === 1 ? first.text : fragments.map((fragment) => fragment.text).join('');
    return new Piece({ source, text, fragments, starts }, 0, length);
  }

  slice(start: number, end: number = this.text.length): Piece {
    return new Piece(this.joined, this.start + start, this.start + end);
  }

  trim(): Piece {
    const { length } = this.text;
    const end = trimEnd(this.text).length;
    const start = Math.min(end, length - trimStart(this.text).length);
    return start === 0 && end === length ? this : this.slice(start, end);
  }

  /** In the file, from the first character to after the last; the continuations between them are inside. */
  range(start = 0, end: number = this.text.length): Range {
    if (end <= start) {
      const place = this.#place(this.start + start);
      return this.joined.source.range(place, place);
    }
    return this.joined.source.range(this.#offset(this.start + start), this.#offset(this.start + end - 1) + 1);
  }

  word(start = 0, end: number = this.text.length): Word {
    return { text: this.text.slice(start, end), range: this.range(start, end) };
  }

  /** Of nothing: right after what is before it, not beyond a continuation. */
  #place(at: number): number {
    return at > 0 ? this.#offset(at - 1) + 1 : this.#offset(0);
  }

  #offset(at: number): number {
    const { fragments, starts } = this.joined;
    let low = 0;
    let high = starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    const fragment = fragments[low];
    return fragment ? fragment.offset + at - (starts[low] ?? 0) : 0;
  }
}
