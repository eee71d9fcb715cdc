/** Commands that run the command they are given: sudo, env, timeout and their like. */
import type { Assignment, ShellCommand, ShellWord } from './script.js';

type Wrapper = {
  /** Flags whose value is the next word. */
  readonly valued: readonly string[];
  /** Words of its own before the command. */
  readonly operands: number;
};

const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  sudo: {
    valued: ['-u', '-g', '-h', '-p', '-C', '-r', '-t', '-U', '-D', '-R', '-T', '--user', '--group'],
    operands: 0,
  },
  env: { valued: ['-u', '--unset', '-C', '--chdir'], operands: 0 },
  exec: { valued: ['-a'], operands: 0 },
  nice: { valued: ['-n', '--adjustment'], operands: 0 },
  ionice: { valued: ['-c', '-n', '--class', '--classdata'], operands: 0 },
  timeout: { valued: ['-s', '-k', '--signal', '--kill-after'], operands: 1 },
  gosu: { valued: [], operands: 1 },
  'su-exec': { valued: [], operands: 1 },
  command: { valued: [], operands: 0 },
  builtin: { valued: [], operands: 0 },
  busybox: { valued: [], operands: 0 },
  eatmydata: { valued: [], operands: 0 },
  nohup: { valued: [], operands: 0 },
  setarch: { valued: [], operands: 1 },
};

const ASSIGNMENT = /^([A-Za-z_]\w*)=/;

/** The command that another one runs; null when it runs none. */
export function wrappedCommand(outer: ShellCommand): ShellCommand | null {
  const wrapper = Object.hasOwn(WRAPPERS, outer.name) ? WRAPPERS[outer.name] : undefined;
  if (!wrapper) return null;
  const assignments: Assignment[] = [...outer.assignments];
  let { operands } = wrapper;
  for (let at = 1; at < outer.words.length; at++) {
    const text = outer.words[at]?.text ?? '';
    const name = ASSIGNMENT.exec(text)?.[1];
    if (outer.name === 'command' && /^-[vV]/.test(text)) return null;
    if (text.startsWith('-')) at += wrapper.valued.includes(text) ? 1 : 0;
    else if (name !== undefined) assignments.push({ name, value: text.slice(name.length + 1) });
    else if (operands > 0) operands--;
    else return inner(outer, outer.words.slice(at), assignments);
  }
  return null;
}

function inner(
  outer: ShellCommand,
  words: readonly ShellWord[],
  assignments: readonly Assignment[],
): ShellCommand {
  const first = words[0];
  return {
    name: first?.text ?? '',
    words,
    assignments,
    through: outer.name,
    depth: outer.depth,
    start: first?.start ?? outer.start,
    end: outer.end,
  };
}
