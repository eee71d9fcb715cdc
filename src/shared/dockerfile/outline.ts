/**
 * What a Dockerfile says, by line: its instructions, stages and arguments. Pure; broken input gives what could be read.
 * Continuations, comments between them, the escape directive and heredocs as in BuildKit's parser
 * (moby/buildkit frontend/dockerfile/parser/parser.go).
 */

export type OutlinedInstruction = {
  /** Uppercase. */
  readonly keyword: string;
  /** Everything after the keyword, with continuations joined by a space. */
  readonly value: string;
  /** First and last line, from 1. */
  readonly line: number;
  readonly endLine: number;
};

export type OutlinedStage = {
  /** As it was named with AS, else null. */
  readonly name: string | null;
  readonly base: string;
  /** FROM first. */
  readonly instructions: readonly OutlinedInstruction[];
};

export type DockerfileOutline = {
  readonly instructions: readonly OutlinedInstruction[];
  readonly stages: readonly OutlinedStage[];
  /** Every ARG once, in order; the value is its default. */
  readonly arguments: readonly { readonly name: string; readonly value: string | null }[];
};

const DIRECTIVE = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/;
const COMMENT = /^\s*#/;
const HEREDOC = /(?:^|\s)\d*<<(-?)(["']?)([a-zA-Z0-9_][\w.]*)\2(?=\s|$|[;&|)])/g;
const TAKES_HEREDOC = new Set(['RUN', 'COPY', 'ADD']);

export function outlineDockerfile(text: string): DockerfileOutline {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const instructions = readInstructions(lines, escapeOf(lines));
  return { instructions, stages: stagesOf(instructions), arguments: argumentsOf(instructions) };
}

/** Directives stand before everything else; the first line that is none ends them. */
function escapeOf(lines: readonly string[]): '\\' | '`' {
  for (const line of lines) {
    const directive = DIRECTIVE.exec(line.trim());
    if (!directive) break;
    if (directive[1]?.toLowerCase() === 'escape') return directive[2] === '`' ? '`' : '\\';
  }
  return '\\';
}

function readInstructions(lines: readonly string[], escape: '\\' | '`'): readonly OutlinedInstruction[] {
  const continued = escape === '`' ? /`[ \t]*$/ : /\\[ \t]*$/;
  const instructions: OutlinedInstruction[] = [];
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at] ?? '';
    if (first.trim() === '' || COMMENT.test(first)) continue;
    const start = at;
    const parts = [first.replace(continued, '')];
    let open = continued.test(first);
    while (open && at + 1 < lines.length) {
      const next = lines[++at] ?? '';
      // Comments and, by long habit, blank lines don't end a continuation.
      if (COMMENT.test(next) || next.trim() === '') continue;
      parts.push(next.replace(continued, ''));
      open = continued.test(next);
    }
    const whole = parts
      .map((part) => part.trim())
      .join(' ')
      .trim();
    const [, keyword = '', value = ''] = /^(\S+)\s*([\s\S]*)$/.exec(whole) ?? [];
    if (TAKES_HEREDOC.has(keyword.toUpperCase())) at = afterHeredocs(lines, at, value);
    instructions.push({ keyword: keyword.toUpperCase(), value, line: start + 1, endLine: at + 1 });
  }
  return instructions;
}

/** The last line of the heredocs that `value` opens, whose bodies begin after line `at`. */
function afterHeredocs(lines: readonly string[], at: number, value: string): number {
  for (const [, chomp, , word = ''] of value.matchAll(HEREDOC)) {
    const end = lines.findIndex(
      (line, index) => index > at && (chomp ? line.replace(/^\t+/, '') : line) === word,
    );
    if (end < 0) return lines.length - 1;
    at = end;
  }
  return at;
}

function stagesOf(instructions: readonly OutlinedInstruction[]): readonly OutlinedStage[] {
  const stages: { name: string | null; base: string; instructions: OutlinedInstruction[] }[] = [];
  for (const instruction of instructions) {
    if (instruction.keyword === 'FROM') {
      const words = instruction.value.split(/\s+/).filter((word) => !word.startsWith('--'));
      const name = words[1]?.toLowerCase() === 'as' ? (words[2] ?? null) : null;
      stages.push({ name: name?.toLowerCase() ?? null, base: words[0] ?? '', instructions: [instruction] });
    } else {
      stages.at(-1)?.instructions.push(instruction);
    }
  }
  return stages;
}

function argumentsOf(instructions: readonly OutlinedInstruction[]): DockerfileOutline['arguments'] {
  const found = new Map<string, string | null>();
  for (const { keyword, value } of instructions) {
    if (keyword !== 'ARG') continue;
    for (const [, name = '', , quoted, single, bare] of value.matchAll(
      /([A-Za-z_]\w*)(=(?:"([^"]*)"|'([^']*)'|(\S*)))?(?=\s|$)/g,
    )) {
      const known = found.get(name);
      found.set(name, known ?? quoted ?? single ?? bare ?? null);
    }
  }
  return [...found].map(([name, value]) => ({ name, value }));
}
