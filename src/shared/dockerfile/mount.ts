/** What `RUN --mount=…` says (moby/buildkit instructions/commands_runmount.go). */
import { didYouMean } from './suggestion.js';

const TYPES = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'];
const SHARING = ['shared', 'private', 'locked'];
const SWITCHES = ['readonly', 'ro', 'readwrite', 'rw', 'required'];
const KEYS =
  'type from source target readonly id sharing required size mode uid gid src dst destination ro rw readwrite env'.split(
    ' ',
  );
const BOOLEAN = /^(?:1|t|true|0|f|false)$/i;
const DECIMAL = /^\d+$/;
const OCTAL = /^[0-7]+$/;
/** As go-units reads them: `64m`, `1.5GiB`. */
const SIZE = /^\d+(?:\.\d+)? ?(?:[kmgtp]i?b?|b)?$/i;
const OWNED = ['secret', 'ssh', 'cache'];

type Field = { readonly text: string; readonly key: string; readonly value: string | null };

/** What is wrong with a mount, in BuildKit's words; null when nothing is. A value with a variable in it is not judged. */
export function mountProblem(mount: string): string | null {
  // Quotes make it CSV proper, which nobody writes; the engine judges it.
  if (mount.includes('"')) return null;
  const fields = mount.split(',').map(toField);
  const type = fields.findLast(({ key }) => key === 'type')?.value?.toLowerCase() ?? 'bind';
  for (const field of fields) {
    const problem = fieldProblem(field, type);
    if (problem !== null) return problem;
  }
  return type.includes('$')
    ? null
    : combinationProblem(new Map(fields.map(({ key, value }) => [key, value])), type);
}

function toField(text: string): Field {
  const equals = text.indexOf('=');
  if (equals < 0) return { text, key: text.toLowerCase(), value: null };
  return { text, key: text.slice(0, equals).toLowerCase(), value: text.slice(equals + 1) };
}

function fieldProblem({ text, key, value }: Field, type: string): string | null {
  const isUnexpected = key === 'required' && !type.includes('$') && type !== 'secret' && type !== 'ssh';
  if (value === null) {
    if (!SWITCHES.includes(key)) return `invalid field '${text}' must be a key=value pair`;
    return isUnexpected ? `unexpected key '${key}' for mount type '${type}'` : null;
  }
  if (!KEYS.includes(key)) return `unexpected key '${key}' in '${text}'${didYouMean(key, KEYS)}`;
  if (key === 'from')
    return /\$./.test(value) ? "'from' doesn't support variable expansion, define alias stage instead" : null;
  if (value.includes('$')) return null;
  if (isUnexpected) return `unexpected key '${key}' for mount type '${type}'`;
  return plainProblem(key, value);
}

function plainProblem(key: string, value: string): string | null {
  switch (key) {
    case 'type':
      return TYPES.includes(value.toLowerCase())
        ? null
        : `unsupported mount type ${JSON.stringify(value)}${didYouMean(value, TYPES)}`;
    case 'sharing':
      return SHARING.includes(value.toLowerCase())
        ? null
        : `unsupported sharing value ${JSON.stringify(value)}${didYouMean(value, SHARING)}`;
    case 'size':
      return SIZE.test(value) ? null : `invalid value for ${key}: ${value}`;
    case 'target':
    case 'dst':
    case 'destination':
      return /^\/+$/.test(value) ? `invalid mount target ${JSON.stringify(value)}` : null;
    case 'mode':
      return OCTAL.test(value) ? null : `invalid value ${value} for mode`;
    case 'uid':
    case 'gid':
      return DECIMAL.test(value) ? null : `invalid value ${value} for ${key}`;
    default:
      return SWITCHES.includes(key) && !BOOLEAN.test(value) ? `invalid value for ${key}: ${value}` : null;
  }
}

/** What doesn't go together. */
function combinationProblem(given: ReadonlyMap<string, string | null>, type: string): string | null {
  const has = (...keys: readonly string[]) => keys.some((key) => Boolean(given.get(key)));
  for (const key of ['mode', 'uid', 'gid'])
    if (has(key) && !OWNED.includes(type))
      return `${key} not allowed for ${JSON.stringify(type)} type mounts`;
  if (has('sharing') && type !== 'cache') return `invalid cache sharing set for ${type} mount`;
  if (type !== 'secret') return null;
  if (has('from')) return 'secret mount should not have a from';
  if (!has('source', 'src', 'target', 'dst', 'destination', 'id', 'env'))
    return 'invalid secret mount. one of source, target required';
  return has('source', 'src') && has('id') ? "both source and id can't be set" : null;
}
