/** The cases of distribution/reference's own tests that have an entry point in src/shared/reference.ts. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { familiarName, fullName, tryReference, withDefaultTag } from '../../src/shared/reference.js';
import { count, type ConformanceRun } from './case.js';

type Case = {
  readonly id: string;
  readonly api: string;
  readonly input: unknown;
  readonly expected: Readonly<Record<string, unknown>>;
};

export const run: ConformanceRun = async (vectors) => {
  const { cases } = JSON.parse(await readFile(join(vectors, 'image-reference.json'), 'utf8')) as {
    cases: Case[];
  };
  // Strata reads references in one way only, docker's familiar one; the others are steps inside that library.
  const ours = cases.filter(
    ({ api, input }) => typeof input === 'string' && /^(ParseNormalizedNamed|ParseDockerRef)/.test(api),
  );
  return count('image-reference.json', ours, ({ id, api, input, expected }) => {
    const parsed = tryReference(input as string);
    const valid = expected.valid !== false;
    if (parsed.ok !== valid)
      return `${id}: ${JSON.stringify(input)} should be ${valid ? 'valid' : 'refused'}`;
    if (!parsed.ok) return null;
    const reference = parsed.value;
    const docker = withDefaultTag(reference.digest === undefined ? reference : withoutTag(reference));
    const found: Record<string, unknown> = {
      ...reference,
      tag: reference.tag ?? '',
      digest: reference.digest ?? '',
      string: api.startsWith('ParseDockerRef') ? fullName(docker) : fullName(reference),
      name: `${reference.domain}/${reference.path}`,
      fullName: `${reference.domain}/${reference.path}`,
      familiarString: familiarName(reference),
    };
    const wrong = Object.entries(expected).filter(([key, value]) => key in found && found[key] !== value);
    return wrong.length === 0
      ? null
      : `${id}: ${JSON.stringify(input)}: ${wrong.map(([key, value]) => `${key} is ${String(found[key])}, not ${String(value)}`).join('; ')}`;
  });
};

function withoutTag<R extends { readonly tag?: string }>({ tag: _tag, ...rest }: R): Omit<R, 'tag'> {
  return rest;
}
