/** The WWW-Authenticate header: RFC 9110 section 11.6.1, as registries write it. */

export type Challenge = {
  /** In lower case: `basic`, `bearer`. */
  readonly scheme: string;
  /** Names in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
};

const MAX_HEADER = 16 * 1024;
const TOKEN = /[!#$%&'*+.^_`|~\w-]+/y;
const SPACE = /[ \t]*/y;
const QUOTED = /"((?:[^"\\]|\\.)*)"/y;
/** One way of carrying a credential in place of parameters; nothing that Strata can answer has it. */
const TOKEN68 = /[\w.~+/-]+=*[ \t]*(?=,|$)/y;

/** All challenges of the given header lines, several of which may stand in one line. A malformed line counts for none. */
export function parseChallenges(lines: readonly string[]): readonly Challenge[] {
  return lines.flatMap((line) => (line.length > MAX_HEADER ? [] : (parseLine(line) ?? [])));
}

function parseLine(line: string): readonly Challenge[] | null {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(line);
    if (match) at = pattern.lastIndex;
    return match;
  };
  const skipSpace = (): void => void take(SPACE);
  const value = (): string | null => {
    const quoted = take(QUOTED);
    if (quoted) return (quoted[1] ?? '').replace(/\\(.)/g, '$1');
    return take(TOKEN)?.[0] ?? null;
  };

  const challenges: { scheme: string; parameters: Map<string, string> }[] = [];
  for (;;) {
    take(/[ \t,]*/y);
    if (at >= line.length) return challenges;
    const name = take(TOKEN)?.[0];
    if (name === undefined) return null;
    const afterName = at;
    skipSpace();
    const current = challenges.at(-1);
    if (current && line[at] === '=') {
      at++;
      skipSpace();
      const given = value();
      // A last parameter that was cut short takes nothing away from those before it.
      if (given === null) return current.parameters.size > 0 ? challenges : null;
      current.parameters.set(name.toLowerCase(), given);
      skipSpace();
      if (at < line.length && line[at] !== ',') return null;
      continue;
    }
    // A name without a value begins a challenge, and its first parameter follows without a comma.
    challenges.push({ scheme: name.toLowerCase(), parameters: new Map() });
    if (at === afterName && at < line.length && line[at] !== ',') return null;
    take(TOKEN68);
  }
}
