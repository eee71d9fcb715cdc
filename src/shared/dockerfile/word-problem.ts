/** Words that no build could resolve: quotes that don't close, substitutions that are none. */
import { heredocOpening } from './heredoc.js';
import type { Instruction, Range, Word } from './syntax.js';
import { expandWord, isPlain } from './words.js';

const NOTHING_SET: ReadonlyMap<string, string> = new Map();

/** The first such word, in the words of BuildKit; null when there is none. */
export function wordProblem(
  instruction: Instruction,
  escape: '\\' | '`',
): { message: string; range: Range } | null {
  for (const word of expandedWords(instruction)) {
    if (isPlain(word.text)) continue;
    const expanded = expandWord(word.text, NOTHING_SET, { escape });
    if (!expanded.ok && !expanded.isAboutValues)
      return {
        message: `failed to process ${JSON.stringify(word.text)}: ${expanded.message}`,
        range: word.range,
      };
  }
  return null;
}

/** The words whose variables are resolved in the build. */
export function expandedWords(instruction: Instruction): readonly Word[] {
  switch (instruction.keyword) {
    case 'FROM':
      return instruction.image ? [instruction.image] : [];
    case 'ENV':
    case 'LABEL':
      return instruction.pairs.flatMap(({ key, value }) => (value ? [key, value] : [key]));
    case 'ARG':
      return instruction.pairs.flatMap(({ value }) => value ?? []);
    case 'COPY':
    case 'ADD': {
      const { sources, destination } = instruction;
      const files = sources.filter(({ text }) => !heredocOpening(text));
      return destination ? [...files, destination] : files;
    }
    case 'EXPOSE':
    case 'VOLUME':
    case 'WORKDIR':
    case 'USER':
    case 'STOPSIGNAL':
      return instruction.words;
    default:
      return [];
  }
}
