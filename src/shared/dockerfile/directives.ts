/** `# syntax=…`, `# escape=…` and `# check=…` at the top of a Dockerfile (moby/buildkit parser/directives.go). */
import { trimStart } from './space.js';
import type { Source, SourceLine } from './source.js';
import type { Diagnostic, Directive } from './syntax.js';

export type Directives = {
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  /** Numbers of the lines they take. */
  readonly lines: ReadonlySet<number>;
  readonly diagnostics: readonly Diagnostic[];
};

type Found = Pick<Directive, 'name' | 'value'> & { readonly mark: '#' | '//'; readonly isIndented: boolean };

const NAME = /^[a-zA-Z][a-zA-Z0-9]*/;

/**
 * They end at the first line that is none: another comment, a blank line, an instruction, an unknown name. `syntax` may
 * also stand after `//`, or be a member of a file that is one JSON object: such a file is for another frontend.
 */
export function readDirectives(source: Source): Directives {
  const [first, ...others] = source.lines;
  const directives: Directive[] = [];
  const diagnostics: Diagnostic[] = [];
  const taken = new Set<number>();
  const seen = new Set<string>();
  let escape: '\\' | '`' = '\\';
  // A shebang keeps `escape` from being read, though not the other two.
  const hasShebang = first !== undefined && source.lineText(first).startsWith('#!');
  const begin = hasShebang ? others[0] : first;
  const mark = begin && directiveOf(source.lineText(begin))?.mark;
  for (const line of hasShebang ? others : source.lines) {
    const found = directiveOf(source.lineText(line));
    if (!found || found.mark !== mark || (hasShebang && found.name === 'escape')) break;
    // What looks for these two knows no indent, while what looks for `escape` goes on behind them.
    if (found.isIndented && found.name !== 'escape') continue;
    const range = source.range(line.start, line.end);
    const refuse = (message: string) => diagnostics.push({ severity: 'error', message, range });
    if (seen.has(found.name)) refuse(`only one ${found.name} parser directive can be used`);
    else if (found.name === 'escape') {
      if (found.value === '`' || found.value === '\\') escape = found.value;
      else refuse(`invalid escape token '${found.value}' does not match \` or \\`);
    }
    seen.add(found.name);
    directives.push({ name: found.name, value: found.value, range });
    taken.add(line.number);
  }
  const object = directives.length === 0 && begin ? objectOf(source, begin) : null;
  return object ?? { escape, directives, lines: taken, diagnostics };
}

/** A line of the form `# name = value`. */
function directiveOf(line: string): Found | null {
  const text = trimStart(line);
  const mark = text.startsWith('#') ? '#' : '//';
  if (!text.startsWith(mark)) return null;
  const rest = trimStart(text.slice(mark.length));
  const written = NAME.exec(rest)?.[0] ?? '';
  const name = written.toLowerCase();
  const equals = rest.slice(written.length).replace(/^[\t\f\r ]+/, '');
  const value = trimAscii(equals.slice(1));
  if (!equals.startsWith('=') || value === '' || !isKnown(name)) return null;
  const isIndented = text.length < line.length;
  if (mark === '//' && (isIndented || name !== 'syntax')) return null;
  return { name, value, mark, isIndented };
}

/** Around a value white space is that of ASCII. Of nothing else the last character is left: then that is the value. */
function trimAscii(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end - 1 && '\t\f\r '.includes(text.charAt(start))) start++;
  while (end > start + 1 && '\t\f\r '.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

function isKnown(name: string): name is Directive['name'] {
  return name === 'syntax' || name === 'escape' || name === 'check';
}

/** A whole file that is a JSON object with a `syntax`. */
function objectOf(source: Source, { start }: SourceLine): Directives | null {
  const text = source.text.slice(start);
  if (!trimStart(text).startsWith('{')) return null;
  let members: Record<string, unknown>;
  try {
    members = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
  const value = Object.hasOwn(members, 'syntax') ? members.syntax : null;
  if (typeof value !== 'string') return null;
  const range = source.range(start, source.lines.at(-1)?.end ?? start);
  return {
    escape: '\\',
    directives: [{ name: 'syntax', value, range }],
    lines: new Set(source.lines.map(({ number }) => number).slice(range.start.line - 1)),
    diagnostics: [],
  };
}
