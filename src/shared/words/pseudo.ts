/**
 * English as a language that nobody speaks, to see what no translation reached, what is too narrow for longer words, and
 * what doesn't turn round where lines run from right to left. As ICU's `ar-XB`.
 */
import {
  isLiteralElement,
  isPluralElement,
  isSelectElement,
  isTagElement,
  parse,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser';
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js';
import type { Catalogue } from './message.js';

const PLAIN = 'aeiouAEIOUnstcy';
const ACCENTED = 'ȧḗīǿŭȦḖĪǾŬƞşŧƈẏ';
/** Marks what is between as running from right to left, whatever its letters are. */
const [BEGIN, END] = ['\u202e', '\u202c'];

/** Every text of `english`, its letters accented, a third longer, and from right to left. */
export function pseudo(english: Catalogue): Catalogue {
  return Object.fromEntries(
    Object.entries(english).map(([key, text]) => {
      // The printer's types name the parser's own elements a second time.
      const elements: unknown = parse(text).map(changed);
      return [key, printAST(elements as Parameters<typeof printAST>[0])];
    }),
  );
}

/** Texts begin with this in the pseudo-locale, so that what was not said by the catalogue can be found. */
export const PSEUDO_MARK = BEGIN;

function changed(element: MessageFormatElement): MessageFormatElement {
  if (isLiteralElement(element)) return { ...element, value: accented(element.value) };
  if (isTagElement(element)) return { ...element, children: element.children.map(changed) };
  if (!isPluralElement(element) && !isSelectElement(element)) return element;
  const options = { ...element.options };
  for (const [name, option] of Object.entries(options))
    options[name] = { ...option, value: option.value.map(changed) };
  return { ...element, options };
}

function accented(text: string): string {
  if (!/\p{L}/u.test(text)) return text;
  const letters = text.replaceAll(/[a-z]/gi, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter);
  return `${BEGIN}${letters} ${'ẋ'.repeat(Math.ceil(text.length / 3))}${END}`;
}
