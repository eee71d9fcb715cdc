/** moby/buildkit's own cases for its checks, and the good and bad examples of their documents. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createIgnore, parseIgnore } from '../../src/shared/ignore/ignore.js';
import { lintDockerfile, type Finding, type LintOptions } from '../../src/shared/dockerfile/lint/index.js';
import { parseDockerfile } from '../../src/shared/dockerfile/parse.js';
import { count, type ConformanceRun } from './case.js';

type Warning = { readonly rule: string; readonly line: number; readonly detail: string };

type Input = {
  readonly dockerfile: string;
  readonly dockerignore?: string;
  readonly frontendAttrs?: Readonly<Record<string, string>>;
};

type Case = {
  readonly id: string;
  readonly input: Input;
  readonly expected: { readonly warnings: readonly Warning[] };
};

type Example = {
  readonly id: string;
  readonly rule: string;
  readonly input: Input;
  readonly expected: { readonly fires: boolean };
};

const ARGUMENT = 'build-arg:';

function optionsOf({ dockerignore, frontendAttrs = {} }: Input, extra: readonly [string, string][] = []) {
  const given = Object.entries(frontendAttrs)
    .filter(([name]) => name.startsWith(ARGUMENT))
    .map(([name, value]) => [name.slice(ARGUMENT.length), value] as const);
  const patterns = dockerignore === undefined ? null : parseIgnore(dockerignore);
  return {
    arguments: new Map([...given, ...extra]),
    ...(patterns
      ? {
          ignoreFile: {
            excludes: createIgnore(patterns).excludes,
            hasExceptions: patterns.some((pattern) => pattern.startsWith('!')),
          },
        }
      : {}),
  } satisfies LintOptions;
}

function lint(input: Input, extra?: readonly [string, string][]): readonly Finding[] {
  const { dockerfile } = input;
  const findings = lintDockerfile(parseDockerfile(dockerfile), dockerfile, optionsOf(input, extra));
  return findings.filter(({ source }) => source === 'buildkit');
}

const written = (warnings: readonly Warning[]): string =>
  warnings
    .map(({ rule, line, detail }) => `${String(line)} ${rule}: ${detail}`)
    .sort()
    .join('\n');

function checkCase({ id, input, expected }: Case): string | null {
  const found = lint(input).map(({ rule, line, message }) => ({ rule, line, detail: message }));
  return written(found) === written(expected.warnings)
    ? null
    : `${id}: found\n${written(found)}\nwanted\n${written(expected.warnings)}`;
}

function checkExample({ id, rule, input, expected }: Example): string | null {
  // An example of a rule that runs only when asked for is read as if it were.
  const fires = lint(input, [['BUILDKIT_DOCKERFILE_CHECK', `experimental=${rule}`]]).some(
    (finding) => finding.rule === rule,
  );
  return fires === expected.fires ? null : `${id}: ${rule} ${fires ? 'fires' : 'does not fire'}`;
}

/** An example about the ignore file doesn't hold one. */
const isComplete = ({ rule, input }: Example): boolean =>
  rule !== 'CopyIgnoredFile' || input.dockerignore !== undefined;

export const run: ConformanceRun = async (vectors) => {
  const { cases, docExamples } = JSON.parse(await readFile(join(vectors, 'buildcheck.json'), 'utf8')) as {
    cases: Case[];
    docExamples: Example[];
  };
  return [
    await count('buildcheck.json', cases, checkCase),
    await count('buildcheck.json examples', docExamples.filter(isComplete), checkExample),
  ];
};
