/** JSON objects one after another in a stream of bytes, however the chunks fall: as the engine's progress comes. */
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** Longer than any line that an engine writes; a hostile one ends here. In UTF-16 units. */
const MAX_OBJECT = 1024 * 1024;

/**
 * The objects of `stream`, parsed. Needs no line ends between them.
 * @throws Error for anything that is not an object, for one that is too long, and for a stream that ends within one;
 * and whatever the stream fails with
 */
export async function* readObjects(stream: Readable): AsyncGenerator {
  const decoder = new StringDecoder('utf8');
  let text = '';
  const scan = new ObjectScan();
  for await (const chunk of stream) {
    text += decoder.write(chunk as Buffer);
    for (let end = scan.next(text); end > 0; end = scan.next(text)) {
      yield JSON.parse(text.slice(0, end));
      text = text.slice(end);
      scan.reset();
    }
    if (text.length > MAX_OBJECT) throw new Error('a message is longer than 1 MB');
  }
  text += decoder.end();
  if (text.trim() !== '') throw new Error('the stream ended within a message');
}

/** Finds where the object at the start of a growing text ends, looking at every character once. */
class ObjectScan {
  #at = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;

  reset(): void {
    this.#at = 0;
  }

  /** Just behind the object's closing brace; 0 while that hasn't come. @throws Error when it is no object */
  next(text: string): number {
    for (; this.#at < text.length; this.#at++) {
      const character = text[this.#at] ?? '';
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (character === '\\') this.#escaped = true;
        else if (character === '"') this.#inString = false;
      } else if (character === '{') this.#depth++;
      else if (this.#depth === 0) {
        if (!/\s/.test(character)) throw new Error('the engine answered with something else than messages');
      } else if (character === '"') this.#inString = true;
      else if (character === '}' && --this.#depth === 0) return this.#at + 1;
    }
    return 0;
  }
}
