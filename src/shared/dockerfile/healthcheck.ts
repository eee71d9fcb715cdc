/** What is wrong with a HEALTHCHECK (moby/buildkit instructions/parse.go). */
import type { Flag, HealthcheckInstruction, Range } from './syntax.js';

const DURATIONS: ReadonlySet<string> = new Set(['interval', 'timeout', 'start-period', 'start-interval']);
const UNITS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1e3,
  m: 6e4,
  h: 36e5,
};
const LEAST = 1;
const MOST_RETRIES = 2 ** 31 - 1;

/** In BuildKit's words; null when nothing is. */
export function healthcheckProblem(
  instruction: HealthcheckInstruction,
): { message: string; range: Range } | null {
  const { command, isNone, keywordRange } = instruction;
  const kind = /^\S*/.exec(instruction.value)?.[0] ?? '';
  if (isNone)
    return kind === instruction.value
      ? null
      : { message: 'HEALTHCHECK NONE takes no arguments', range: keywordRange };
  if (kind.toUpperCase() !== 'CMD') {
    const message = `Unknown type ${JSON.stringify(kind.toUpperCase())} in HEALTHCHECK (try CMD)`;
    return { message, range: keywordRange };
  }
  if (!command || (command.form === 'exec' && command.items.length === 0))
    return { message: 'Missing command after HEALTHCHECK CMD', range: keywordRange };
  for (const flag of instruction.flags) {
    const message = flagProblem(flag);
    if (message !== null) return { message, range: flag.range };
  }
  return null;
}

function flagProblem({ name, value }: Flag): string | null {
  if (value === null || value === '') return null;
  if (name === 'retries') return retriesProblem(value);
  if (!DURATIONS.has(name)) return null;
  const milliseconds = toMilliseconds(value);
  if (typeof milliseconds === 'string') return milliseconds;
  return milliseconds !== 0 && milliseconds < LEAST
    ? `Interval ${JSON.stringify(name)} cannot be less than 1ms`
    : null;
}

function retriesProblem(value: string): string | null {
  if (!/^[-+]?\d+$/.test(value)) return `strconv.ParseInt: parsing ${JSON.stringify(value)}: invalid syntax`;
  const retries = Number(value);
  if (Math.abs(retries) > MOST_RETRIES)
    return `strconv.ParseInt: parsing ${JSON.stringify(value)}: value out of range`;
  return retries < 0 ? `--retries cannot be negative (${String(retries)})` : null;
}

/** `1h30m`, `1.5s`, as Go's time.ParseDuration; the error's words when it is none. */
function toMilliseconds(text: string): number | string {
  const quoted = JSON.stringify(text);
  const sign = text.startsWith('-') ? -1 : 1;
  let rest = text.replace(/^[-+]/, '');
  if (rest === '0') return 0;
  if (rest === '') return `time: invalid duration ${quoted}`;
  let total = 0;
  while (rest !== '') {
    const [all = '', number = '', unit = ''] = /^(\d+\.?\d*|\.\d+)([^\d.]*)/.exec(rest) ?? [];
    if (number === '') return `time: invalid duration ${quoted}`;
    if (unit === '') return `time: missing unit in duration ${quoted}`;
    const size = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
    if (size === undefined) return `time: unknown unit ${JSON.stringify(unit)} in duration ${quoted}`;
    total += Number(number) * size;
    rest = rest.slice(all.length);
  }
  return sign * total;
}
