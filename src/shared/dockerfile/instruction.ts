/** Reads one instruction, continuations joined, into its typed form. Total: broken input gives what could be read. */
import type { Piece } from './piece.js';
import { cutAtSpace, jsonItems, jsonWords, plainWords, quotedWords, splitHead, type Head } from './split.js';
import type {
  Command,
  Comment,
  CommandInstruction,
  CopyInstruction,
  FromInstruction,
  HealthcheckInstruction,
  Heredoc,
  Instruction,
  Pair,
  PairsInstruction,
  Range,
  Word,
  WordsInstruction,
} from './syntax.js';

/** What the lines around it give to an instruction. */
export type Surroundings = {
  readonly heredocs: readonly Heredoc[];
  readonly comments: readonly Comment[];
  readonly innerComments: readonly Comment[];
  readonly range: Range;
  readonly escape: '\\' | '`';
};

type Common = Omit<Extract<Instruction, { keyword: 'UNKNOWN' }>, 'keyword'>;

const TAKES_HEREDOCS: ReadonlySet<string> = new Set(['RUN', 'COPY', 'ADD']);

/** @param text all of it, which `head` was split from; `isTrigger` for what stands behind ONBUILD */
export function readInstruction(
  text: string,
  head: Head,
  around: Surroundings,
  isTrigger = false,
): Instruction {
  const { escape, heredocs, comments, innerComments, range } = around;
  // Each case adds its own one by one: a second spread takes several times as long, and each line of a file comes here.
  const common: Common = {
    heredocs,
    comments,
    innerComments,
    range,
    text: text.trim(),
    keywordText: head.keyword.text,
    keywordRange: head.keyword.range,
    flags: head.flags,
    value: head.rest.text,
  };
  const keyword = keywordOf(head.keyword);
  switch (keyword) {
    case 'FROM': {
      const { image, as, name } = readFrom(head.rest);
      return { ...common, keyword, image, as, name };
    }
    case 'COPY':
    case 'ADD': {
      const { sources, destination } = readCopy(head.rest);
      return { ...common, keyword, sources, destination };
    }
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
    case 'SHELL':
      return { ...common, keyword, command: readCommand(head.rest) } satisfies CommandInstruction;
    case 'ENV':
    case 'LABEL': {
      const { pairs, isOldForm } = readPairs(head.rest, escape);
      return { ...common, keyword, pairs, isOldForm };
    }
    case 'ARG':
      return { ...common, keyword, isOldForm: false, pairs: quotedWords(head.rest, escape).map(toPair) };
    case 'EXPOSE':
      return { ...common, keyword, words: plainWords(head.rest) };
    case 'VOLUME':
      return { ...common, keyword, words: readList(head.rest) };
    case 'WORKDIR':
    case 'USER':
    case 'STOPSIGNAL':
    case 'MAINTAINER':
      return { ...common, keyword, words: readWhole(head.rest) } satisfies WordsInstruction;
    case 'HEALTHCHECK': {
      const { command, isNone } = readHealthcheck(head.rest);
      return { ...common, keyword, command, isNone };
    }
    case 'ONBUILD': {
      // A trigger of a trigger is refused, so it is not read any further either.
      const isRead = !isTrigger && head.rest.text !== '';
      const inside = {
        ...around,
        comments: [],
        innerComments: [],
        range: { ...around.range, start: head.rest.range().start },
      };
      const { rest } = head;
      const instruction = isRead ? readInstruction(rest.text, splitHead(rest), inside, true) : null;
      return { ...common, keyword, instruction };
    }
    default:
      return { ...common, keyword: 'UNKNOWN' };
  }
}

/** Uppercase; letters beyond ASCII that become one of ASCII in another case make no keyword. */
function keywordOf({ text }: Word): string {
  return /^[a-z]+$/i.test(text) ? text.toUpperCase() : '';
}

/** Whether heredocs may follow a line that begins so; ONBUILD's instruction decides for ONBUILD. */
export function takesHeredocs(head: Head): boolean {
  const { keyword, rest } = keywordOf(head.keyword) === 'ONBUILD' ? splitHead(head.rest) : head;
  return TAKES_HEREDOCS.has(keywordOf(keyword)) && !Array.isArray(jsonItems(rest.text));
}

function readFrom(rest: Piece): Pick<FromInstruction, 'image' | 'as' | 'name'> {
  const [image = null, as = null, name = null] = plainWords(rest);
  return as?.text.toLowerCase() === 'as' ? { image, as, name } : { image, as: null, name: null };
}

function readCopy(rest: Piece): Pick<CopyInstruction, 'sources' | 'destination'> {
  const words = readList(rest);
  return words.length < 2
    ? { sources: words, destination: null }
    : { sources: words.slice(0, -1), destination: words.at(-1) ?? null };
}

function readCommand(rest: Piece): Command {
  const items = jsonItems(rest.text);
  const range = rest.range();
  return items === null || items === 'mixed'
    ? { form: 'shell', text: rest.text, range }
    : { form: 'exec', items, range };
}

function readList(rest: Piece): readonly Word[] {
  return jsonWords(rest) ?? plainWords(rest);
}

function readWhole(rest: Piece): readonly Word[] {
  return rest.text === '' ? [] : [rest.word()];
}

/** The first word tells which form it is: with an equals sign the new one. */
function readPairs(rest: Piece, escape: string): Pick<PairsInstruction, 'pairs' | 'isOldForm'> {
  const words = quotedWords(rest, escape);
  const first = words[0];
  if (!first) return { pairs: [], isOldForm: false };
  if (first.text.includes('=')) return { pairs: words.map(toPair), isOldForm: false };
  const [key, value] = cutAtSpace(rest) ?? [rest.word(), null];
  return { pairs: [{ key, value }], isOldForm: true };
}

function toPair(word: Piece): Pair {
  const equals = word.text.indexOf('=');
  return equals < 0
    ? { key: word.word(), value: null }
    : { key: word.word(0, equals), value: word.word(equals + 1) };
}

/** Its first word is `NONE` or `CMD`. */
function readHealthcheck(rest: Piece): Pick<HealthcheckInstruction, 'command' | 'isNone'> {
  const kind = /^\S*/.exec(rest.text)?.[0] ?? '';
  const command = rest.slice(kind.length).trim();
  const isNone = kind.toUpperCase() === 'NONE';
  return { isNone, command: isNone || command.text === '' ? null : readCommand(command) };
}
