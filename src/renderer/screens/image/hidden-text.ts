/** Texts of an image in which what may be a secret is hidden: instructions, and the engine's own record. Pure. */
import { say } from '../../../shared/words/index.js';
import { isSecretPair } from './secret-value.js';

/** Stands where a value was taken out. */
const hidden = (): string => say('image.secret.hidden');

const NAME = String.raw`[A-Za-z_][\w.-]*`;
/** Engines write `ENV A=b c D=e` without quotes: a value ends where the next name begins. */
const NEXT_PAIR = new RegExp(String.raw`(?=\s${NAME}=)`);
const PAIR = new RegExp(String.raw`^(\s*)(${NAME})=([\s\S]*)$`);
/** `NAME=value` as a word of shell. */
const WORD_PAIR = new RegExp(String.raw`(?<![\w$.-])(${NAME})=("[^"\n]*"|'[^'\n]*'|[^\s;&|"']+)`, 'g');
const URL_PASSWORD = /(:\/\/[^\s/?#:@]*:)[^\s/?#@]+(?=@)/g;

/** The instruction without the values that its names, or an address with a password, give away as secrets. */
export function hideInInstruction(text: string): string {
  const shown = /^(?:ONBUILD\s+)?(?:ENV|ARG)\s/.test(text)
    ? text.split(NEXT_PAIR).map(withoutSecretPair).join('')
    : withoutSecretWords(text);
  return shown.replace(URL_PASSWORD, (_, before: string) => before + hidden());
}

/** A text in JSON; the last one may be cut off. */
const JSON_TEXT = /"(?:[^"\\\n]|\\.)*(?:"|$)/g;

/** The same for each text of a record in JSON, which may end anywhere. */
export const hideInRecord = (raw: string): string => raw.replace(JSON_TEXT, hideInLiteral);

function hideInLiteral(literal: string): string {
  if (!literal.includes('=') && !literal.includes('://')) return literal;
  try {
    const text: unknown = JSON.parse(literal);
    if (typeof text !== 'string') return literal;
    const shown = hideInInstruction(withoutSecretPair(text));
    return shown === text ? literal : JSON.stringify(shown);
  } catch {
    return `"${hidden()}`;
  }
}

function withoutSecretPair(text: string): string {
  const [, space = '', name = '', value = ''] = PAIR.exec(text) ?? [];
  return isSecretPair({ name, value }) ? `${space}${name}=${hidden()}` : text;
}

/** What a word takes from a variable is no secret. */
const withoutSecretWords = (text: string): string =>
  text.replace(WORD_PAIR, (word, name: string, value: string) =>
    isSecretPair({ name, value }) && !/^["']?\$/.test(value) ? `${name}=${hidden()}` : word,
  );
