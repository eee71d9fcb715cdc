/** Each RUN of a file with its commands read, once for all rules. */
import { joinLines } from '../../joined-lines.js';
import type { Piece } from '../../piece.js';
import { readScript } from '../../shell/read-script.js';
import type { Script, ShellCommand, Span } from '../../shell/script.js';
import { splitHead } from '../../split.js';
import type { CommandInstruction, Heredoc, Range } from '../../syntax.js';
import type { Model, Step } from '../model.js';
import { stepsWith } from './hadolint-rule.js';

export type Run = {
  readonly step: Step;
  readonly instruction: CommandInstruction;
  readonly script: Script;
  readonly commands: readonly ShellCommand[];
  /** Whether places in the script are places in the file: not so for the exec form. */
  readonly isExact: boolean;
  /** Whether the script is a heredoc's body. */
  readonly isHeredoc: boolean;
  /** Where a part of the script stands in the file. */
  readonly range: (span: Span) => Range;
};

/** A command in its RUN. */
export type RunCommand = { readonly run: Run; readonly command: ShellCommand };

const runs = new WeakMap<Model, readonly Run[]>();
const SHELL = /^(?:.*\/)?(?:sh|bash|ash|dash|zsh|ksh)$/;
const NO_POSIX_SHELL = /(?:^|[\\/])(?:pwsh|powershell|cmd)(?:\.exe)?$/i;
const SHEBANG = /^\s*#!\s*(\S+)(?:[ \t]+(\S+))?/;
const NOTHING: Script = { text: '', commands: [], joints: [], isFlat: true };

/** In the order of the file, those that ONBUILD keeps for later among them. */
export function runsOf(model: Model): readonly Run[] {
  const known = runs.get(model);
  if (known) return known;
  const found: Run[] = [];
  for (const { step, instruction } of stepsWith(model.steps, 'RUN'))
    found.push(toRun(model, step, instruction));
  runs.set(model, found);
  return found;
}

const byName = new WeakMap<Model, ReadonlyMap<string, readonly RunCommand[]>>();

/** The commands of all RUNs that are called by a name which `isMeant`. */
export function* commandsOf(model: Model, isMeant: (name: string) => boolean): Generator<RunCommand> {
  let all = byName.get(model);
  if (!all) byName.set(model, (all = groupByName(runsOf(model))));
  for (const [name, commands] of all) if (isMeant(name)) yield* commands;
}

function groupByName(all: readonly Run[]): ReadonlyMap<string, readonly RunCommand[]> {
  const groups = new Map<string, RunCommand[]>();
  for (const run of all)
    for (const command of run.commands) {
      const group = groups.get(command.name);
      if (group) group.push({ run, command });
      else groups.set(command.name, [{ run, command }]);
    }
  return groups;
}

function toRun(model: Model, step: Step, instruction: CommandInstruction): Run {
  const { command, heredocs } = instruction;
  const toScript = (text: string) => (NO_POSIX_SHELL.test(step.shell[0] ?? '') ? NOTHING : readScript(text));
  const common = { step, instruction, isHeredoc: false };
  if (command.form === 'exec') {
    const script = execScript(command.items);
    return { ...common, script, commands: script.commands, isExact: false, range: () => command.range };
  }
  const script = toScript(command.text);
  const body = heredocs[0];
  if (body && takesScript(script)) {
    const inside = toScript(scriptBody(model, body));
    const { offset } = body.range.start;
    const range = ({ start, end }: Span) => model.source.range(offset + start, offset + end);
    return { ...common, isHeredoc: true, script: inside, commands: inside.commands, isExact: true, range };
  }
  let piece: Piece | null = null;
  const range = ({ start, end }: Span) => {
    piece ??= commandPiece(model, step);
    return piece.range(start, end);
  };
  return { ...common, script, commands: script.commands, isExact: true, range };
}

/** A shell given its script with `-c`, as the exec form often is, runs that; what else there is, is one command. */
function execScript(items: readonly string[]): Script {
  const [shell = '', ...rest] = items;
  const given = SHELL.test(shell) ? rest.findIndex((item) => /^-[a-z]*c$/.test(item)) : -1;
  const inner = given < 0 ? undefined : rest[given + 1];
  if (inner !== undefined) return readScript(inner);
  const words = items.map((text) => ({ text, raw: text, start: 0, end: 0 }));
  const command = { name: shell, words, assignments: [], through: null, depth: 0, start: 0, end: 0 };
  return { ...NOTHING, commands: words.length > 0 ? [command] : [] };
}

/** Whether a heredoc is what is run: `RUN <<EOF`, `RUN bash <<EOF`. */
function takesScript({ commands }: Script): boolean {
  const [first] = commands;
  if (!first) return true;
  return (
    commands.length === 1 &&
    SHELL.test(first.name) &&
    first.words.every(({ text }, at) => at === 0 || text.startsWith('-'))
  );
}

/** As it stands in the file; nothing where it names an interpreter that is no shell. */
function scriptBody({ source: { text } }: Model, { range }: Heredoc): string {
  const body = text.slice(range.start.offset, range.end.offset);
  const [shebang, path = '', name = ''] = SHEBANG.exec(body) ?? [];
  if (shebang === undefined) return body;
  return SHELL.test(path.endsWith('/env') ? name : path) ? body : '';
}

function commandPiece({ file, source }: Model, { instruction }: Step): Piece {
  const { line } = joinLines(source, instruction.range.start.line - 1, file.escape);
  const { rest } = splitHead(line);
  return instruction.keyword === 'ONBUILD' ? splitHead(rest).rest : rest;
}
