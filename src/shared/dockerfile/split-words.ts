/** Collects a word's text as it is expanded, and parts it into the words that come of it. */
import { isSpace, SOME_SPACE } from './space.js';

/** Words are split where white space came from the text or from a variable, not from quotes. */
export class SplitWords {
  readonly #words: string[] = [];
  #word = '';

  addValue(text: string): void {
    if (!SOME_SPACE.test(text)) {
      this.#word += text;
      return;
    }
    for (const char of text) {
      if (isSpace(char)) this.#end();
      else this.#word += char;
    }
  }

  addWhole(text: string): void {
    this.#word += text;
  }

  all(): readonly string[] {
    this.#end();
    return this.#words;
  }

  #end(): void {
    if (this.#word !== '') this.#words.push(this.#word);
    this.#word = '';
  }
}
