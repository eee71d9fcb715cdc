/** Which lines of a Dockerfile belong to the instruction that starts on one of them. Pure. */

/**
 * The last line (counted from 1) of the instruction that starts at `start`: a line that ends with the escape
 * character goes on, and comments or empty lines in between don't end it (Dockerfile reference, "Format").
 */
export function lastLineOf(lines: readonly string[], start: number): number {
  const escape = escapeOf(lines);
  let last = start;
  for (let at = start; at <= lines.length; at++) {
    const line = (lines[at - 1] ?? '').trim();
    const between = at > start && (line === '' || line.startsWith('#'));
    if (between) continue;
    last = at;
    if (!line.endsWith(escape)) break;
  }
  return last;
}

/** A parser directive may make the backtick the escape character; directives stand before everything else. */
function escapeOf(lines: readonly string[]): string {
  for (const line of lines) {
    const directive = /^#\s*([a-z]+)\s*=\s*(\S+)\s*$/i.exec(line);
    if (!directive) return '\\';
    if (directive[1]?.toLowerCase() === 'escape') return directive[2] === '`' ? '`' : '\\';
  }
  return '\\';
}
