/** hadolint's own cases: whether the rule that each is about fires on it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hadolintRules } from '../../src/shared/dockerfile/lint/hadolint/index.js';
import type { LabelKind } from '../../src/shared/dockerfile/lint/hadolint/label-values.js';
import { modelOf, type LintOptions } from '../../src/shared/dockerfile/lint/model.js';
import { parseDockerfile } from '../../src/shared/dockerfile/parse.js';
import { count, type ConformanceRun } from './case.js';

type Case = {
  readonly id: string;
  readonly rule: string;
  /** Of labels it is hadolint's own notation, in Haskell. */
  readonly config?: { readonly allowedRegistries: readonly string[] } | string;
  readonly input: { readonly dockerfile: string };
  readonly expected: { readonly fires: boolean; readonly count?: number };
};

const KINDS: Readonly<Record<string, LabelKind>> = {
  RawText: 'text',
  Url: 'url',
  Email: 'email',
  Rfc3339: 'rfc3339',
  Spdx: 'spdx',
  SemVer: 'semver',
  GitHash: 'hash',
};

export const run: ConformanceRun = async (vectors) => {
  const { cases } = JSON.parse(await readFile(join(vectors, 'hadolint.json'), 'utf8')) as { cases: Case[] };
  return count('hadolint.json', cases, check);
};

function check({ id, rule: name, config, input, expected }: Case): string | null {
  const rule = hadolintRules.find((one) => one.name === name);
  if (!rule) return `${id}: there is no ${name}`;
  // As hadolint reads a file, with a line's end at its own.
  const text = `${input.dockerfile}\n`;
  const model = modelOf(parseDockerfile(text), text, { hadolint: toOptions(config) });
  const found = [...rule.check(model)];
  const isRight =
    found.length > 0 === expected.fires && (expected.count === undefined || found.length === expected.count);
  return isRight
    ? null
    : `${id}: ${name} finds ${found.length} in ${JSON.stringify(input.dockerfile)}, not ${expected.fires ? String(expected.count ?? 'some') : 'none'}`;
}

function toOptions(config: Case['config']): NonNullable<LintOptions['hadolint']> {
  if (config === undefined || typeof config === 'object') return config ?? {};
  const labels = [...config.matchAll(/\("(\w+)", (?:Rule\.)?(\w+)\)/g)];
  return {
    labels: new Map(labels.map(([, name = '', kind = '']) => [name, KINDS[kind] ?? 'text'])),
    areLabelsStrict: config.includes('strictLabels = True'),
  };
}
