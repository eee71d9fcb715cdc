/** Payloads for the contract's schemas, from a seed: right ones, mutated ones, and ones that only an attacker sends. */
import { z } from 'zod';
import type { Random } from './dockerfile-fuzz.js';

export const pick = <T>(random: Random, choices: readonly T[]): T =>
  choices[Math.floor(random() * choices.length)]!;

/** Names, digests, ids and addresses as they are met, so that what asks for a form gets it at times. */
const PLAIN = [
  'a',
  'alpine:3.20',
  'localhost:5000/team/app:v1',
  `sha256:${'0f'.repeat(32)}`,
  '0f'.repeat(32),
  'linux/arm64/v8',
  '/home/ada/project',
  'https://example.com/docs',
  'PATH',
  '1',
];

const HOSTILE_WORDS = [
  '',
  '\0',
  'a\0b',
  '\ud800',
  '../../etc/passwd',
  '-rf',
  '__proto__',
  'constructor',
  'javascript:alert(1)',
  'file:///etc/passwd',
  '\u202ecod.exe',
  '\r\nHost: elsewhere',
  '$(id)',
  '%2e%2e%2f',
];

/** Something of no schema's. Each call makes it anew: what a handler keeps of one must not reach the next. */
export function hostile(random: Random): unknown {
  const kinds: readonly (() => unknown)[] = [
    () => undefined,
    () => null,
    () => NaN,
    () => -Infinity,
    () => -0,
    () => 2 ** 53,
    () => 10n,
    () => pick(random, HOSTILE_WORDS),
    () => pick(random, HOSTILE_WORDS).repeat(1 + Math.floor(random() * 1_000)),
    () => 'x'.repeat(Math.floor(random() * 100_000)),
    () => new Date(NaN),
    () => new Map([['a', 1]]),
    () => new Uint8Array(1024),
    () => Array.from({ length: Math.floor(random() * 2_000) }, () => null),
    (): unknown =>
      JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
    (): unknown => Object.create(null),
    () => cyclic(),
    () => nested(1 + Math.floor(random() * 3_000)),
  ];
  return pick(random, kinds)();
}

function cyclic(): unknown {
  const loop: Record<string, unknown> = {};
  loop.self = loop;
  loop.list = [loop];
  return loop;
}

function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { value };
  return value;
}

/** Those of `choices` that `schema` takes, or all of them when it takes none. */
function fitting<T>(schema: z.core.$ZodType, choices: readonly T[]): readonly T[] {
  const taken = choices.filter((choice) => z.safeParse(schema, choice).success);
  return taken.length > 0 ? taken : choices;
}

/** A payload that mostly fits `schema`. `oddness` is how likely any part of it is replaced with something else, 0 to 1. */
export function payloadFor(schema: z.core.$ZodType, random: Random, oddness: number): unknown {
  if (random() < oddness) return hostile(random);
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const inner = (type: z.core.$ZodType): unknown => payloadFor(type, random, oddness);
  switch (def.type) {
    case 'void':
      return undefined;
    case 'string':
      return pick(random, fitting(schema, PLAIN));
    case 'number':
      return pick(random, fitting(schema, [0, 1, 7, 1024, 10 ** 9, 1.5]));
    case 'boolean':
      return random() < 0.5;
    case 'null':
      return null;
    case 'literal':
      return pick(random, def.values);
    case 'enum':
      return pick(random, Object.values(def.entries));
    case 'array':
      return Array.from({ length: Math.floor(random() * 4) }, () => inner(def.element));
    case 'record':
      return { [pick(random, PLAIN)]: inner(def.valueType) };
    case 'union':
      return inner(pick(random, def.options));
    case 'nullable':
      return random() < 0.3 ? null : inner(def.innerType);
    case 'optional':
      return random() < 0.5 ? undefined : inner(def.innerType);
    case 'default':
    case 'readonly':
      return inner(def.innerType);
    case 'object':
      return {
        ...Object.fromEntries(Object.entries(def.shape).map(([name, part]) => [name, inner(part)])),
        ...(random() < oddness ? { [pick(random, HOSTILE_WORDS)]: hostile(random) } : {}),
      };
    default:
      return hostile(random);
  }
}
