/** What a Dockerfile takes from its context by name: no suggestion may take that away. Pure. */
import type { Dockerfile, Instruction } from '../../../shared/dockerfile/syntax.js';
import { compileGlob, IgnorePatternError } from '../../../shared/ignore/glob.js';

export type Copied = {
  /** Whether a path, or something below it, is named by a COPY, an ADD or a mount. */
  readonly names: (path: string) => boolean;
  /** Whether any part of a named path passes a test. */
  readonly speaksOf: (name: RegExp) => boolean;
  /** Whether a COPY or an ADD takes whole folders, of whatever is in them. */
  readonly takesAll: boolean;
};

/** The sources of a Dockerfile, those inside ONBUILD left to the images that they are for. */
export function copiedPaths(file: Dockerfile): Copied {
  const sources = file.instructions.flatMap(sourcesOf).map(cleaned);
  const named = sources
    .map((source) => source.split('/'))
    .filter((parts) => parts.some((part) => part !== ''));
  const tests = named.map((parts) => parts.map(toTest));
  return {
    names(path) {
      const parts = path.split('/');
      return tests.some(
        (source, at) =>
          // `COPY * /` names nothing: it takes what there is.
          !isAll(named[at] ?? [], parts.length) &&
          parts.length <= source.length &&
          parts.every((part, index) => source[index]?.(part) ?? false),
      );
    },
    speaksOf: (name) => named.some((parts) => parts.some((part) => name.test(part))),
    takesAll: sources.some((source) => source === '' || /(?:^|\/)\*+$/.test(source)),
  };
}

const isAll = (parts: readonly string[], depth: number): boolean =>
  parts.length === depth && /^\*+$/.test(parts.at(-1) ?? '');

function sourcesOf(instruction: Instruction): readonly string[] {
  if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') {
    if (instruction.flags.some(({ name }) => name === 'from')) return [];
    return instruction.sources
      .map(({ text }) => text)
      .filter((text) => !text.startsWith('<<') && !/^[a-z][a-z0-9+.-]*:\/\//i.test(text));
  }
  return instruction.flags
    .filter(({ name }) => name === 'mount')
    .flatMap(({ value }) => mountSource((value ?? '').split(',')));
}

/** Where a bind mount of the context is from; nothing for any other mount. */
function mountSource(fields: readonly string[]): readonly string[] {
  const value = (...keys: string[]): string | undefined =>
    fields.find((field) => keys.includes(field.split('=')[0] ?? ''))?.replace(/^[^=]*=/, '');
  if ((value('type') ?? 'bind') !== 'bind' || value('from') !== undefined) return [];
  return [value('source', 'src') ?? ''];
}

/** Without quotes, a slash or `./` at the start; a variable may stand for anything. */
function cleaned(source: string): string {
  const parts: string[] = [];
  for (const part of source.replace(/^(["'])(.*)\1$/, '$2').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part.replace(/\$(?:\{[^}]*\}|\w+)/g, '*'));
  }
  return parts.join('/');
}

function toTest(part: string): (name: string) => boolean {
  try {
    return compileGlob(part.replace(/\*{2,}/g, '*'));
  } catch (error) {
    if (error instanceof IgnorePatternError) return (name) => name === part;
    throw error;
  }
}
