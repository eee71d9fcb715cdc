/** Dockerfiles of well-known projects: they parse, their instructions stand where they stand, and no line is left over. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDockerfile } from '../../src/shared/dockerfile/parse.js';
import { treeProblem } from '../support/dockerfile-fuzz.js';
import { count, type ConformanceRun } from './case.js';

type Lines = readonly [keyword: string, first: number, last: number];
type Entry = {
  readonly file: string;
  readonly lines: number;
  /** By a splitter that is not BuildKit's: it goes by lines alone. */
  readonly derived?: { readonly instructions: readonly Lines[] };
  readonly expected: { readonly parses?: boolean };
};

const KEYWORD =
  /^(?:ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)$/i;

export const run: ConformanceRun = async (vectors) => {
  const folder = join(vectors, 'real-dockerfiles');
  const { files } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as { files: Entry[] };
  return count('real-dockerfiles', files, async (entry) =>
    check(entry, await readFile(join(folder, entry.file), 'utf8')),
  );
};

function check({ file, expected, derived, lines }: Entry, text: string): string | null {
  const dockerfile = parseDockerfile(text);
  const errors = dockerfile.diagnostics.filter(({ severity }) => severity === 'error');
  const said = errors.map(({ message, range }) => `${String(range.start.line)}: ${message}`);
  if ((errors.length === 0) !== (expected.parses ?? true)) return `${file} gives ${JSON.stringify(said)}`;
  const problem = treeProblem(text, dockerfile);
  if (problem !== null) return `${file}: ${problem}`;
  const ours = dockerfile.instructions.map(({ keywordText, range }) =>
    [keywordText.toUpperCase(), range.start.line, range.end.line].join(' '),
  );
  const theirs = derived?.instructions ?? [];
  // Where it took the words of a heredoc for instructions it tells nothing.
  if (!isSane(theirs, lines) && errors.length === 0) return null;
  const wanted = theirs.map(([keyword, ...range]) => [keyword.toUpperCase(), ...range].join(' '));
  const wrong = wanted.findIndex((one, index) => one !== ours[index]);
  if (wrong >= 0) return `${file}: ${String(ours[wrong])}, not ${String(wanted[wrong])}`;
  return wanted.length === ours.length || derived === undefined
    ? null
    : `${file}: ${String(ours[wanted.length])} is one too many`;
}

function isSane(lines: readonly Lines[], last: number): boolean {
  return lines.every(
    ([keyword, from, to], index) =>
      KEYWORD.test(keyword) && from <= to && to <= last && from > (lines[index - 1]?.[2] ?? 0),
  );
}
