/** What the COPYs of a stage bring out of the context, and which of it changes with most edits. */
import { heredocOpening } from '../../heredoc.js';
import type { CopyInstruction } from '../../syntax.js';
import type { Step } from '../model.js';

export type ContextCopy = {
  readonly step: Step;
  readonly instruction: CopyInstruction;
  /** Their variables resolved. */
  readonly sources: readonly string[];
  readonly destination: string;
};

/** Null unless it copies files of the context. */
export function contextCopyOf(step: Step): ContextCopy | null {
  const { instruction } = step;
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return null;
  const { expansion } = step;
  if (instruction.flags.some(({ name }) => name === 'from') || !instruction.destination) return null;
  const text = (word: CopyInstruction['sources'][number]): string => {
    const expanded = expansion(word);
    return expanded.ok ? expanded.text : word.text;
  };
  const sources = instruction.sources
    .filter((word) => !heredocOpening(word.text))
    .map(text)
    .filter((source) => !/^(?:https?|git|ssh):\/\/|^git@/.test(source));
  return sources.length === 0
    ? null
    : { step, instruction, sources, destination: text(instruction.destination) };
}

const WHOLE_CONTEXT = /^(?:\.?\/?|\.?\/?\*)$/;
/** Folders that a file of the project is put into to run from, not to change the system around it. */
const SYSTEM_FOLDER = /^\/(?:|etc|usr|root|tmp|var|lib|bin|sbin|run|proc|sys|dev|boot)(?:\/|$)/;
const PROJECT_IN_SYSTEM = /^\/(?:usr\/src|usr\/app|usr\/share\/nginx|var\/www|var\/task|root\/app)(?:\/|$)/;

/** `COPY . .` */
export function isWhole({ sources }: ContextCopy): boolean {
  return sources.some((source) => WHOLE_CONTEXT.test(source));
}

/** Whether an edit of the source is likely to change it: all of the context, or a folder of it. */
export function changesOften(copy: ContextCopy): boolean {
  return isWhole(copy) || copy.sources.some((source) => isFolder(source));
}

/** By its name, for nothing else is known of it here: a slash at its end, or neither an ending nor a capital. */
function isFolder(source: string): boolean {
  return source.endsWith('/') || /^(?!.*file$)[a-z][a-z0-9_-]*$/.test(source.split('/').at(-1) ?? '');
}

/** Whether it may change what commands of the system do: a package list, a certificate, a tool's settings. */
export function reachesSystem({ destination }: ContextCopy): boolean {
  return SYSTEM_FOLDER.test(destination) && !PROJECT_IN_SYSTEM.test(destination);
}

/** Whether it brings a file of this name, named on its own or by a pattern. */
export function brings({ sources }: ContextCopy, name: string): boolean {
  const wanted = name.split('/').at(-1) ?? name;
  return sources.some((source) => matches(source.split('/').at(-1) ?? '', wanted));
}

/** Stars only; nothing else is common here. */
function matches(pattern: string, name: string): boolean {
  const [start = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return pattern === name;
  let at = start.length;
  if (!name.startsWith(start)) return false;
  for (const [index, part] of rest.entries()) {
    const found = index === rest.length - 1 ? name.length - part.length : name.indexOf(part, at);
    if (found < at || !name.startsWith(part, found)) return false;
    at = found + part.length;
  }
  return true;
}
