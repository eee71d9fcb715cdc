/** How commands of a RUN are mended: words put in, and a command put after the others. */
import type { Position } from '../../syntax.js';
import type { ShellCommand, ShellWord } from '../../shell/script.js';
import type { Fix } from '../rule.js';
import type { Run } from './run.js';

/** Puts text right after a word. Null where the word's place in the file isn't known. */
export function insertAfter(run: Run, word: ShellWord | undefined, text: string, title: string): Fix | null {
  if (!run.isExact || !word) return null;
  const { end } = run.range(word);
  return { title, edits: [{ range: emptyRange(end), text }] };
}

/** Writes another word in its place. Null where its place isn't known. */
export function replaceWord(run: Run, word: ShellWord | undefined, text: string, title: string): Fix | null {
  return run.isExact && word ? { title, edits: [{ range: run.range(word), text }] } : null;
}

/**
 * Puts a command at the end, to run when all before it went well. Null unless the script is one chain, so that it runs
 * where they do, and nothing but its last command's words stands at the end.
 */
export function appendCommand(run: Run, command: string, title: string): Fix | null {
  const { script, step } = run;
  const last = run.commands.findLast(({ depth, through }) => depth === 0 && through === null);
  const isChain =
    script.isFlat && script.joints.every(({ operator, depth }) => depth > 0 || operator === '&&');
  if (!run.isExact || run.isHeredoc || !last || !isChain) return null;
  if (script.text.slice(last.end).trim() !== '' || run.instruction.heredocs.length > 0) return null;
  const { start } = run.range({ start: last.end - 1, end: last.end });
  const end = { offset: start.offset + 1, line: start.line, column: start.column + 1 };
  return start.offset < step.instruction.range.end.offset
    ? { title, edits: [{ range: emptyRange(end), text: ` && ${command}` }] }
    : null;
}

/** A command's last word that is neither a flag nor what follows one: `install` of `apt-get -y install`. */
export function verbOf({ words }: ShellCommand, verb: string): ShellWord | undefined {
  return words.find(({ text }, at) => at > 0 && text === verb);
}

export function emptyRange(at: Position): { readonly start: Position; readonly end: Position } {
  return { start: at, end: at };
}
