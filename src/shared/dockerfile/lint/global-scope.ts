/** What FROM can use: the ARGs above the first one, and those that BuildKit defines (moby/buildkit dockerfile2llb/convert.go). */
import type { Dockerfile } from '../syntax.js';
import { expandWord } from '../words.js';

/** What a build is for and where it runs is not known here; any value does. */
const PREDEFINED: readonly (readonly [string, string])[] = [
  ...(['BUILD', 'TARGET'] as const).flatMap((side) => [
    [`${side}PLATFORM`, 'linux/amd64'] as const,
    [`${side}OS`, 'linux'] as const,
    [`${side}OSVERSION`, ''] as const,
    [`${side}ARCH`, 'amd64'] as const,
    [`${side}VARIANT`, ''] as const,
  ]),
  ['TARGETSTAGE', 'default'],
];

export type GlobalScope = {
  /** As if nothing were given from outside. */
  readonly defaults: ReadonlyMap<string, string>;
  readonly values: ReadonlyMap<string, string>;
  /** Also those without a value. */
  readonly names: ReadonlySet<string>;
};

/** @param given build arguments from outside */
export function globalScopeOf(file: Dockerfile, given: ReadonlyMap<string, string>): GlobalScope {
  const names = new Set(PREDEFINED.map(([name]) => name));
  for (const { pairs } of file.globals) for (const { key } of pairs) names.add(key.text);
  return { defaults: valuesOf(file, new Map()), values: valuesOf(file, given), names };
}

function valuesOf(file: Dockerfile, given: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const values = new Map(PREDEFINED);
  for (const { pairs } of file.globals)
    for (const { key, value } of pairs) {
      const chosen = given.get(key.text);
      const expanded = value && expandWord(value.text, values, { escape: file.escape });
      if (chosen !== undefined) values.set(key.text, chosen);
      else if (expanded?.ok) values.set(key.text, expanded.text);
    }
  return values;
}
