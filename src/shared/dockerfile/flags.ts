/** The flags that each instruction takes, and what is wrong with those it was given (moby/buildkit instructions/bflag.go). */
import { mountProblem } from './mount.js';
import { didYouMean } from './suggestion.js';
import type { Flag, Instruction } from './syntax.js';

type Kind = 'text' | 'texts' | 'switch';

const NO_FLAGS: Readonly<Record<string, Kind>> = {};
const OWNERSHIP = { chown: 'text', chmod: 'text', link: 'switch', exclude: 'texts' } as const;

/** By instruction; those that are not here take none. */
const FLAGS: Readonly<Partial<Record<Instruction['keyword'], Readonly<Record<string, Kind>>>>> = {
  FROM: { platform: 'text' },
  COPY: { ...OWNERSHIP, from: 'text', parents: 'switch' },
  ADD: { ...OWNERSHIP, checksum: 'text', 'keep-git-dir': 'switch', unpack: 'switch' },
  RUN: { mount: 'texts', network: 'text', security: 'text', device: 'texts' },
  HEALTHCHECK: {
    interval: 'text',
    timeout: 'text',
    'start-period': 'text',
    'start-interval': 'text',
    retries: 'text',
  },
};

/** The first wrong one and what is wrong with it, in BuildKit's words; null when all are right. */
export function flagProblem({ keyword, flags }: Pick<Instruction, 'keyword' | 'flags'>) {
  const known = FLAGS[keyword] ?? NO_FLAGS;
  const seen = new Set<string>();
  for (const flag of flags) {
    const message = formProblem(flag, known, seen) ?? valueProblem(flag);
    if (message !== null) return { message, range: flag.range };
    seen.add(flag.name);
  }
  return null;
}

function formProblem(
  { name, value }: Flag,
  known: Readonly<Record<string, Kind>>,
  seen: ReadonlySet<string>,
): string | null {
  const kind = Object.hasOwn(known, name) ? known[name] : undefined;
  if (kind === undefined) return `unknown flag: --${name}${didYouMean(name, Object.keys(known))}`;
  if (seen.has(name) && kind !== 'texts') return `duplicate flag specified: --${name}`;
  if (kind !== 'switch') return value === null ? `missing a value on flag: --${name}` : null;
  if (value === '') return `missing a value on flag: --${name}`;
  return value === null || /^(true|false)$/i.test(value)
    ? null
    : `expecting boolean value for flag --${name}, not: ${value}`;
}

/** What can be said of a value before the build; one with a variable in it is left to the engine. */
function valueProblem({ name, value }: Flag): string | null {
  if (value === null) return null;
  if (name === 'mount') return mountProblem(value);
  if (name === 'from') return null;
  if (value.includes('$')) return null;
  if (name === 'chmod') return chmodProblem(value);
  if (name === 'network' && !['none', 'host', 'default'].includes(value))
    return `invalid network mode ${JSON.stringify(value)}`;
  if (name === 'security' && !['sandbox', 'insecure'].includes(value))
    return `security ${JSON.stringify(value)} is not valid`;
  return null;
}

const MOST_PERMISSIONS = 0o7777;
const SYMBOLIC = /^[ugoa]*[-+=][rwxXst]*(?:[-+=,][ugoarwxXst]*)*$/;

function chmodProblem(value: string): string | null {
  const isOctal = /^[0-7]+$/.test(value) && parseInt(value, 8) <= MOST_PERMISSIONS;
  if (value === '' || isOctal || SYMBOLIC.test(value)) return null;
  return `invalid chmod parameter: '${value}'. it should be octal string and between 0 and 07777`;
}
