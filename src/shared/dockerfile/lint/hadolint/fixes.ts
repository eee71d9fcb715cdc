/** How commands of a RUN are mended: words put in, and a command put after the others. */
import type { Position, Range } from '../../syntax.js';
import type { ShellWord } from '../../shell/script.js';
import type { Fix } from '../rule.js';
import type { Run } from './run.js';

/** Nothing runs after them. */
const ENDING: ReadonlySet<string> = new Set(['exit', 'exec']);

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
 * Puts a command at the end, to run when all before it went well. Null where it might run
 * before they are done, or only sometimes, and where more than the last command's words stands at the end.
 */
export function appendCommand(run: Run, command: string, title: string): Fix | null {
  const { script } = run;
  const last = run.commands.findLast(({ depth, through }) => depth === 0 && through === null);
  const isChain = script.isFlat && script.joints.every(({ operator }) => operator !== '&');
  if (!run.isExact || run.isHeredoc || !last || !isChain || ENDING.has(last.name)) return null;
  if (script.text.slice(last.end).trim() !== '' || run.instruction.heredocs.length > 0) return null;
  return { title, edits: [{ range: emptyRange(run.range(last).end), text: ` && ${command}` }] };
}

/** Where something is put in. */
export function emptyRange(at: Position): Range {
  return { start: at, end: at };
}
