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

/** Of a trimmed line. */
const DIRECTIVE = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(\S.*)$/;
const DIRECTIVES = new Set(['escape', 'syntax', 'check']);
const COMMENT = /^\s*#/;
/** A whole word that opens a heredoc: `<<EOF`, `3<<-"EOF"`. */
const HEREDOC = /^\d*<<(-?)\s*(?:(["'])([^<"']+)\2|([^<"'\s]+))$/;
const HEREDOC_TO_COME = /^\d*<<-?$/;
const TAKES_HEREDOC = /^(?:ONBUILD\s+)?(?:RUN|COPY|ADD)\s/i;

export function outlineDockerfile(text: string): DockerfileOutline {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const instructions = readInstructions(lines, escapeOf(lines));
  return { instructions, stages: stagesOf(instructions), arguments: argumentsOf(instructions) };
}

/** Directives stand before everything else; the first line that is none, or an unknown one, ends them. */
function escapeOf(lines: readonly string[]): '\\' | '`' {
  for (const line of lines) {
    const directive = DIRECTIVE.exec(line.trim());
    const name = directive?.[1]?.toLowerCase() ?? '';
    if (!directive || !DIRECTIVES.has(name)) break;
    if (name === 'escape') return directive[2] === '`' ? '`' : '\\';
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
    const whole = join(parts);
    const [, keyword = '', value = ''] = /^(\S+)\s*([\s\S]*)$/.exec(whole) ?? [];
    if (TAKES_HEREDOC.test(whole)) at = afterHeredocs(lines, at, value);
    instructions.push({ keyword: keyword.toUpperCase(), value, line: start + 1, endLine: at + 1 });
  }
  return instructions;
}

/** A continuation goes on within the word when no space stands on either side of it. */
function join(parts: readonly string[]): string {
  const joined = parts.map((part, index) => {
    const isSameWord = index > 0 && !/^\s/.test(part) && !/\s$/.test(parts[index - 1] ?? '');
    return (isSameWord ? '' : ' ') + part.trim();
  });
  return joined.join('').trim();
}

/** The last line of the heredocs that `value` opens, whose bodies begin after line `at`. */
function afterHeredocs(lines: readonly string[], at: number, value: string): number {
  for (const word of heredocWords(value)) {
    const [, chomp, , quoted, name = quoted] = HEREDOC.exec(word) ?? [];
    if (name === undefined) continue;
    do at++;
    while (at < lines.length && (chomp ? lines[at]?.replace(/^\t+/, '') : lines[at]) !== name);
    if (at >= lines.length) return lines.length - 1;
  }
  return at;
}

/** The words, with their quotes, that may open a heredoc; `<< EOF` is one. What stands inside quotes is none. */
function heredocWords(value: string): readonly string[] {
  const words: string[] = [];
  let word = '';
  let quote = '';
  const end = () => {
    if (HEREDOC_TO_COME.test(word)) word += ' ';
    else {
      if (word.includes('<<')) words.push(word);
      word = '';
    }
  };
  for (let at = 0; at < value.length; at++) {
    const char = value.charAt(at);
    if (quote === '' && /\s/.test(char)) {
      if (!word.endsWith(' ')) end();
      continue;
    }
    word += char;
    if (char === '\\' && quote !== "'") word += value.charAt(++at);
    else if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
  }
  end();
  // BuildKit gives up on a line whose quotes don't close.
  return quote === '' ? words : [];
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
      /(?<=^|\s)([A-Za-z_]\w*)(=(?:"([^"]*)"|'([^']*)'|(\S*)))?(?=\s|$)/g,
    )) {
      const known = found.get(name);
      found.set(name, known ?? quoted ?? single ?? bare ?? null);
    }
  }
  return [...found].map(([name, value]) => ({ name, value }));
}
