/** `# syntax=…`, `# escape=…` and `# check=…` at the top of a Dockerfile (moby/buildkit parser/directives.go). */
import { trimEnd, trimStart } from './space.js';
import { Source, type SourceLine } from './source.js';
import type { Diagnostic, Directive } from './syntax.js';

export type Directives = {
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  /** Numbers of the lines they take. */
  readonly lines: ReadonlySet<number>;
  readonly diagnostics: readonly Diagnostic[];
};

export type FoundDirective = {
  /** Up to its first space: what the engine goes by. */
  readonly value: string;
  /** The whole of it. */
  readonly text: string;
  readonly line: number;
};

type Candidate = { readonly name: string; readonly value: string };

const NAMES: ReadonlySet<string> = new Set(['syntax', 'escape', 'check']);
const NAME = /^[a-zA-Z][a-zA-Z0-9]*/;

/** They end at the first line that is none: another comment, a blank line, an instruction, an unknown name. */
export function readDirectives(source: Source): Directives {
  const directives: Directive[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  let escape: '\\' | '`' = '\\';
  const lines = new Set<number>();
  // A shebang keeps `escape` from being read, though not the other two.
  const hasShebang = source.lines[0] !== undefined && isShebang(source, source.lines[0]);
  for (const line of hasShebang ? source.lines.slice(1) : source.lines) {
    const found = candidate(source.lineText(line), '#') ?? candidate(source.lineText(line), '//', 'syntax');
    if (!found || !isName(found.name) || (hasShebang && found.name === 'escape')) break;
    const range = source.range(line.start, line.end);
    const refuse = (message: string) => diagnostics.push({ severity: 'error', message, range });
    if (seen.has(found.name)) refuse(`only one ${found.name} parser directive can be used`);
    else if (found.name === 'escape') {
      if (found.value === '`' || found.value === '\\') escape = found.value;
      else refuse(`invalid escape token '${found.value}' does not match \` or \\`);
    }
    seen.add(found.name);
    directives.push({ name: found.name, value: found.value, range });
    lines.add(line.number);
  }
  return { escape, directives, lines, diagnostics };
}

/**
 * The directive that decides how the file is built, or null: `syntax` names the frontend, and may also stand after `//`
 * or as a member of a file that is one JSON object; `check` says what is checked.
 */
export function findDirective(text: string, name: 'syntax' | 'check'): FoundDirective | null {
  const source = new Source(text);
  const first = source.lines[0];
  if (!first) return null;
  const lines = isShebang(source, first) ? source.lines.slice(1) : source.lines;
  const found = findAfter('#', source, lines, name);
  if (found || name !== 'syntax') return found;
  return findAfter('//', source, lines, name) ?? findMember(source, lines, name);
}

function findAfter(mark: '#' | '//', source: Source, lines: readonly SourceLine[], name: string) {
  const seen = new Set<string>();
  for (const line of lines) {
    const text = source.lineText(line);
    const found = text.startsWith(mark) ? candidate(text, mark) : null;
    if (!found || !NAMES.has(found.name) || seen.has(found.name)) return null;
    seen.add(found.name);
    if (found.name === name) return toFound(found.value, line.number);
  }
  return null;
}

function findMember(source: Source, lines: readonly SourceLine[], name: string): FoundDirective | null {
  const text = source.text.slice(lines[0]?.start ?? source.text.length);
  if (!trimStart(text).startsWith('{')) return null;
  try {
    const value: unknown = Object.entries(JSON.parse(text) as object).find(([key]) => key === name)?.[1];
    return typeof value === 'string' ? { value, text: value, line: lines[0]?.number ?? 1 } : null;
  } catch {
    return null;
  }
}

function toFound(text: string, line: number): FoundDirective {
  return { value: text.split(' ', 1)[0] ?? '', text, line };
}

/** A line of the form `mark name = value`; with `only`, of that name alone. The name is in lowercase. */
function candidate(line: string, mark: '#' | '//', only?: string): Candidate | null {
  const text = trimStart(line);
  if (!text.startsWith(mark)) return null;
  const rest = trimStart(text.slice(mark.length));
  const name = NAME.exec(rest)?.[0] ?? '';
  const equals = trimStart(rest.slice(name.length));
  const value = trimEnd(trimStart(equals.slice(1)));
  if (name === '' || !equals.startsWith('=') || value === '') return null;
  const lower = name.toLowerCase();
  return only === undefined || lower === only ? { name: lower, value } : null;
}

function isName(name: string): name is Directive['name'] {
  return NAMES.has(name);
}

function isShebang(source: Source, line: SourceLine): boolean {
  return source.lineText(line).startsWith('#!');
}
