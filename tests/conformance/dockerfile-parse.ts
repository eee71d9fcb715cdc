/** moby/buildkit's own cases for directives, heredocs, words, the exec form, lines, errors and whole files. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chomp, heredocOpening, heredocOpenings } from '../../src/shared/dockerfile/heredoc.js';
import { parseDockerfile } from '../../src/shared/dockerfile/parse.js';
import { jsonItems } from '../../src/shared/dockerfile/split.js';
import type { Dockerfile, Heredoc, Instruction } from '../../src/shared/dockerfile/syntax.js';
import { expandWord, type WordOptions } from '../../src/shared/dockerfile/words.js';
import { dumpInstruction } from '../support/dockerfile-dump.js';
import { count, type Conformance, type ConformanceRun } from './case.js';

type Values = Readonly<Record<string, unknown>>;
type Case = {
  readonly id: string;
  readonly kind?: string;
  readonly input: unknown;
  readonly expected: Values;
  readonly fragment?: boolean;
  readonly env?: Readonly<Record<string, string>> | null;
  readonly platform?: string;
  readonly source: { readonly path: string };
};

/** What we make of a case, under the names that its expected values have. */
const CHECKS: Readonly<Record<string, (one: Case) => string | null>> = {
  'directives.json': directive,
  'heredoc.json': heredoc,
  'instruction-errors.json': errors,
  'json-form.json': jsonForm,
  'line-numbers.json': lineNumbers,
  'negative.json': negative,
  'shell-words.json': shellWords,
  'testfiles.json': testfiles,
};

export const run: ConformanceRun = async (vectors) => {
  const folder = join(vectors, 'dockerfile-parse');
  const results: Conformance[] = [];
  for (const file of (await readdir(folder)).sort()) {
    const { cases } = JSON.parse(await readFile(join(folder, file), 'utf8')) as { cases: Case[] };
    const check = CHECKS[file] ?? (({ id }) => `${id}: nothing reads ${file}`);
    results.push(await count(`dockerfile-parse/${file}`, cases, check));
  }
  return results;
};

/** `kind` is the directive that is looked for; any other kind is about all of them. */
function directive({ id, kind, input, expected }: Case): string | null {
  const { directives, escape } = parseDockerfile(String(input));
  const found = directives.find(({ name }) => name === kind) ?? (isName(kind) ? undefined : directives[0]);
  const all = directives.map(({ name, value, range }) => ({ name, value, line: range.start.line }));
  const ours = {
    ...(found ? { name: found.name, value: found.value, cmdline: found.value } : {}),
    ...(found ? { ref: found.value.split(' ')[0], line: found.range.start.line } : {}),
    ...{ ok: found !== undefined, escape, directives: all, count: all.length },
  };
  return differences(id, ours, expected);
}

function isName(kind: string | undefined): boolean {
  return kind === 'syntax' || kind === 'check' || kind === 'escape';
}

function heredoc({ id, input, expected }: Case): string | null {
  const given = input as { line?: string; word?: string; chomp?: string; dockerfile?: string };
  if (given.chomp !== undefined) return differences(id, { text: chomp(given.chomp) }, expected);
  if (given.word !== undefined) {
    const name = heredocOpening(given.word)?.name ?? null;
    return expected.error === true
      ? differences(id, { heredoc: name }, { heredoc: null })
      : differences(id, { heredoc: name }, expected);
  }
  if (given.line !== undefined) {
    const names = heredocOpenings(given.line).map(({ name }) => name);
    const { instructions } = parseDockerfile([given.line, ...names, ''].join('\n'));
    const found = instructions[0]?.heredocs ?? [];
    return differences(id, { heredocNames: found.map(({ name }) => name), heredocs: found }, expected);
  }
  return heredocsOfFile(id, parseDockerfile(given.dockerfile ?? ''), expected);
}

function heredocsOfFile(id: string, { instructions }: Dockerfile, expected: Values): string | null {
  const [first] = instructions;
  const all = instructions.map(({ heredocs }) => heredocs);
  const { heredocs } = expected;
  if (Array.isArray(heredocs) && heredocs.some((one) => one === null || Array.isArray(one)))
    return differences(
      id,
      { heredocs: all.slice(-heredocs.length).map(described) },
      { heredocs: heredocs.map(likeOurs) },
    );
  if (!first) return `${id}: no instruction`;
  if (first.keyword === 'COPY' || first.keyword === 'ADD') {
    const contents = first.heredocs.filter(({ name }) =>
      first.sources.some(({ text }) => heredocOpening(text)?.name === name),
    );
    const paths = first.sources.filter(({ text }) => !heredocOpening(text)).map(({ text }) => text);
    const ours = {
      DestPath: first.destination?.text,
      SourcePaths: paths,
      SourceContents: contents.map(({ name, content, expands }) => ({
        Path: name,
        Data: content,
        Expand: expands,
      })),
    };
    return differences(id, ours, expected.sourcesAndDest as Values);
  }
  if (!('command' in first) || !first.command) return `${id}: no command`;
  const ours = {
    command: first.command.form === 'exec' ? first.command.items : [first.command.text],
    shell: first.command.form === 'shell',
    files: described(first.heredocs),
  };
  return differences(
    id,
    ours,
    'files' in expected ? { ...expected, files: likeOurs(expected.files) } : expected,
  );
}

function described(heredocs: readonly Heredoc[]): readonly Values[] {
  return heredocs.map(({ name, content, chomps, expands, fileDescriptor }) => ({
    Name: name,
    ...(content === '' ? {} : { Data: content }),
    ...(chomps ? { Chomp: true } : {}),
    Expand: expands,
    FileDescriptor: fileDescriptor,
  }));
}

/** BuildKit keeps the tabs of `<<-` in what it parsed and takes them off later. */
function likeOurs(files: unknown): unknown {
  return ((files ?? []) as Values[]).map(({ Data, Content, ...file }) => {
    const data = Data ?? Content;
    if (typeof data !== 'string' || data === '') return file;
    return { ...file, Data: file.Chomp === true ? chomp(data) : data };
  });
}

function errors({ id, input, expected, fragment }: Case): string | null {
  const { dockerfile } = input as { dockerfile: string };
  const needsStage = fragment === true && !/^\s*FROM\b/i.test(dockerfile);
  const { diagnostics } = parseDockerfile(needsStage ? `FROM scratch\n${dockerfile}` : dockerfile);
  const found = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  const wanted = (expected.errorContains ?? []) as readonly string[];
  if ((found.length === 0) !== (expected.ok === true))
    return `${id}: ${JSON.stringify(dockerfile)} gives ${JSON.stringify(found)}`;
  const missing = wanted.filter((words) => !found.some((message) => message.includes(words)));
  return missing.length === 0
    ? null
    : `${id}: ${JSON.stringify(missing)} is not among ${JSON.stringify(found)}`;
}

function jsonForm({ id, input, expected }: Case): string | null {
  const items = jsonItems(String(input));
  const ours = Array.isArray(items) ? { valid: true, items } : { valid: false };
  return differences(id, ours, expected);
}

function lineNumbers({ id, input, expected }: Case): string | null {
  const { instructions, directives, diagnostics } = parseDockerfile(
    (input as { dockerfile: string }).dockerfile,
  );
  const ranges = instructions.map(linesOf);
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').map(({ message }) => message);
  if (Array.isArray(expected.errorLines)) {
    // What the engine refuses when it runs is told at the lines of an instruction, or of a directive.
    const lines = expected.errorLines as readonly number[];
    const found = [...ranges, ...directives.map(({ range }) => [range.start.line, range.end.line])];
    const wanted = JSON.stringify([lines[0], lines.at(-1)]);
    return found.some((range) => JSON.stringify(range) === wanted)
      ? null
      : `${id}: nothing stands at ${wanted}`;
  }
  const ours: Values = {
    ast: { start: ranges[0]?.[0], end: ranges.at(-1)?.[1] },
    ranges,
    count: warnings.length,
    warnings: warnings.map((text, index) =>
      withEllipsis(text, (expected.warnings as string[] | undefined)?.[index]),
    ),
  };
  return differences(id, ours, expected);
}

/** A case may leave out words of a message with an ellipsis. */
function withEllipsis(text: string, wanted = ''): string {
  const parts = wanted.split('…');
  let from = 0;
  for (const part of parts) {
    const place = text.indexOf(part, from);
    if (place < 0) return text;
    from = place + part.length;
  }
  return wanted;
}

function linesOf({ range }: Instruction): readonly number[] {
  return [range.start.line, range.end.line];
}

function negative({ id, input, expected }: Case): string | null {
  const { dockerfile, generate } = input as { dockerfile?: string; generate?: string };
  const text = dockerfile ?? generated(generate ?? '');
  const { diagnostics } = parseDockerfile(text);
  const found = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  const wanted = expected.error;
  if ((found.length === 0) !== (expected.ok === true)) return `${id}: gives ${JSON.stringify(found)}`;
  return typeof wanted !== 'string' || found.some((message) => message.includes(wanted))
    ? null
    : `${id}: “${wanted}” is not among ${JSON.stringify(found)}`;
}

/** `"text" + "a"*65536 + "text"` */
function generated(recipe: string): string {
  const parts = recipe.matchAll(/("(?:[^"\\]|\\.)*")(?:\s*\*\s*(\d+))?/g);
  return [...parts]
    .map(([, text = '""', times = '1']) => (JSON.parse(text) as string).repeat(Number(times)))
    .join('');
}

function shellWords({ id, input, env, platform, expected, source }: Case): string | null {
  const text = String(input);
  if (source.path.endsWith('parser_test.go')) {
    const first = parseDockerfile(`ARG ${text}`).instructions[0];
    const pairs = first?.keyword === 'ARG' ? first.pairs : [];
    const words = pairs.map(({ key, value }) => (value ? `${key.text}=${value.text}` : key.text));
    return differences(id, { words }, expected);
  }
  const options: WordOptions = { ignoresCase: platform === 'windows' };
  const expansion = expandWord(text, new Map(Object.entries(env ?? {})), options);
  const names = { matched: [...expansion.matched].sort(), unmatched: [...expansion.unmatched].sort() };
  const ours = expansion.ok
    ? { value: expansion.text, words: expansion.words, ...names }
    : { error: true, ...names };
  return differences(id, ours, expected);
}

function testfiles({ id, input, expected }: Case): string | null {
  const { instructions, diagnostics } = parseDockerfile((input as { dockerfile: string }).dockerfile);
  const ours = {
    // What its parser takes includes files that no build would: fragments, and unknown instructions.
    ok: true,
    ast: instructions.map((one) => `${dumpInstruction(one)}\n`).join(''),
    instructions: instructions.map(({ keywordText }) => keywordText.toLowerCase()),
    derivedLineRanges: instructions.map((one) => ({
      instruction: one.keywordText.toUpperCase(),
      start: one.range.start.line,
      end: one.range.end.line,
    })),
  };
  const wrong = differences(id, ours, expected);
  return wrong === null ? null : `${wrong} ${JSON.stringify(diagnostics.map(({ message }) => message))}`;
}

/** The first expected value that ours is not; nothing for null and the empty list to differ in. */
function differences(id: string, ours: Values, expected: Values): string | null {
  for (const [key, value] of Object.entries(expected)) {
    if (!(key in ours) && value !== null) return `${id}: nothing is known of “${key}”`;
    if (!covers(ours[key] ?? null, value))
      return `${id}: ${key} is ${JSON.stringify(ours[key])}, not ${JSON.stringify(value)}`;
  }
  return null;
}

function covers(ours: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted))
    return (
      Array.isArray(ours) &&
      ours.length === wanted.length &&
      wanted.every((one, index) => covers(ours[index], one))
    );
  if (wanted === null) return ours === null || (Array.isArray(ours) && ours.length === 0);
  if (typeof wanted === 'object') {
    const given = (ours ?? {}) as Values;
    return Object.entries(wanted).every(
      ([key, value]) => covers(given[key] ?? null, value) || (!(key in given) && value === ''),
    );
  }
  return ours === wanted;
}
