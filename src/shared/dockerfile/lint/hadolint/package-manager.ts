/** What package managers are asked to install, and whether what they leave behind is cleaned away. */
import { plainArguments, type Valued } from '../../shell/arguments.js';
import type { ShellCommand, ShellWord } from '../../shell/script.js';
import type { Model } from '../model.js';
import { commandsOf, type Run, type RunCommand } from './run.js';

export type PackageManager = {
  readonly names: readonly string[];
  /** What may be asked of it, in one word or, as `module install`, two. */
  readonly verbs: readonly string[];
  /** Flags that have a value. */
  readonly valued?: Valued;
};

export type Installation = RunCommand & {
  /** The word that asks for it. */
  readonly verb: ShellWord;
  /** As it is called, both words where there are two. */
  readonly asked: string;
  readonly packages: readonly ShellWord[];
};

/** The commands that ask one of the verbs of a manager, in order. */
export function* installationsOf(model: Model, manager: PackageManager): Generator<Installation> {
  for (const one of commandsOf(model, (name) => manager.names.includes(name))) {
    const installation = toInstallation(one, manager);
    if (installation) yield installation;
  }
}

export function toInstallation(
  { run, command }: RunCommand,
  { names, verbs, valued }: PackageManager,
): Installation | null {
  if (!names.includes(command.name)) return null;
  const [first, second, ...rest] = plainArguments(command, valued);
  if (!first) return null;
  if (second && verbs.includes(`${first.text} ${second.text}`))
    return { run, command, verb: second, asked: `${first.text} ${second.text}`, packages: rest };
  return verbs.includes(first.text)
    ? { run, command, verb: first, asked: first.text, packages: second ? [second, ...rest] : rest }
    : null;
}

/** Of those that follow each other in one RUN the last: cleaning after it cleans after all of them. */
export function* lastOfEachRun(installations: Iterable<Installation>): Generator<Installation> {
  let last: Installation | null = null;
  for (const one of installations) {
    if (last && (last.run !== one.run || last.command.name !== one.command.name)) yield last;
    last = one;
  }
  if (last) yield last;
}

/** Whether a command after the given one, in the same RUN, is one that `cleans`. */
export function isCleanedAfter(
  run: Run,
  { start }: ShellCommand,
  cleans: (command: ShellCommand) => boolean,
): boolean {
  return run.commands.some((command) => command.start > start && cleans(command));
}

/** Whether it removes one of the folders, or what is in it. */
export function removes(command: ShellCommand, folders: readonly string[]): boolean {
  return (
    (command.name === 'rm' &&
      plainArguments(command).some(({ text }) =>
        folders.some((folder) => text === folder || text.startsWith(`${folder}/`)),
      )) ||
    (command.name === 'find' &&
      hasDelete(command) &&
      folders.includes(command.words[1]?.text.replace(/\/$/, '') ?? ''))
  );
}

function hasDelete({ words }: ShellCommand): boolean {
  return words.some(({ text }) => text === '-delete');
}

/** A word that is a variable, or begins with a substitution: what it holds is known only when it runs. */
export function isVariable({ text }: ShellWord): boolean {
  return /^\$(?:\w+|\{[^}]*\}|@|\*)$/.test(text) || text.startsWith('$(') || text.startsWith('`');
}
