/** The arguments of a command: which are flags, which are their values, and which are neither. */
import type { ShellCommand, ShellWord } from './script.js';

/** Names of flags that have a value, without their dashes: it is the next word, or follows in the same one. */
export type Valued = ReadonlySet<string>;

const NONE: Valued = new Set();

type Argument =
  | { readonly kind: 'plain'; readonly word: ShellWord }
  | {
      readonly kind: 'flag';
      readonly name: string;
      readonly value: string | null;
    };

/** As they were read last: the rules about one tool ask again and again with the same flags. */
const known = new WeakMap<ShellCommand, { readonly valued: Valued; readonly read: readonly Argument[] }>();

/** Short flags in one word count one by one: `-yq` is `y` and `q`. After `--` there are no flags. */
export function readArguments(command: ShellCommand, valued: Valued = NONE): readonly Argument[] {
  const before = known.get(command);
  if (before?.valued === valued) return before.read;
  const read = argumentsOf(command, valued);
  known.set(command, { valued, read });
  return read;
}

function argumentsOf({ words }: ShellCommand, valued: Valued): readonly Argument[] {
  const found: Argument[] = [];
  let areFlagsOver = false;
  for (let at = 1; at < words.length; at++) {
    const word = words[at];
    if (!word) break;
    const { text } = word;
    if (areFlagsOver || text === '-' || !text.startsWith('-')) found.push({ kind: 'plain', word });
    else if (text === '--') areFlagsOver = true;
    else {
      const flags = text.startsWith('--') ? [longFlag(text)] : shortFlags(text, valued);
      const last = flags.at(-1);
      if (last?.value === null && valued.has(last.name)) last.value = words[++at]?.text ?? null;
      for (const flag of flags) found.push({ kind: 'flag', ...flag });
    }
  }
  return found;
}

type FoundFlag = { readonly name: string; value: string | null };

function longFlag(text: string): FoundFlag {
  const equals = text.indexOf('=');
  return equals < 0
    ? { name: text.slice(2), value: null }
    : { name: text.slice(2, equals), value: text.slice(equals + 1) };
}

/** What follows a letter that takes a value is that value. */
function shortFlags(text: string, valued: Valued): FoundFlag[] {
  const flags: FoundFlag[] = [];
  for (let at = 1; at < text.length; at++) {
    const name = text.charAt(at);
    const rest = text.slice(at + 1);
    if (rest.startsWith('=') || (rest !== '' && valued.has(name))) {
      flags.push({ name, value: rest.replace(/^=/, '') });
      break;
    }
    flags.push({ name, value: null });
  }
  return flags;
}

/** Whether one of the flags is given, by its letter or its long name. */
export function hasFlag(command: ShellCommand, names: readonly string[], valued: Valued = NONE): boolean {
  return readArguments(command, valued).some((one) => one.kind === 'flag' && names.includes(one.name));
}

/** The value of the first of the flags that is given; null when none is, or has none. */
export function flagValue(command: ShellCommand, names: readonly string[]): string | null {
  for (const one of readArguments(command, new Set(names)))
    if (one.kind === 'flag' && names.includes(one.name)) return one.value;
  return null;
}

/** Neither flags nor their values. */
export function plainArguments(command: ShellCommand, valued: Valued = NONE): readonly ShellWord[] {
  return readArguments(command, valued).flatMap((one) => (one.kind === 'plain' ? [one.word] : []));
}
