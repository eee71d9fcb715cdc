/**
 * What a Dockerfile says about its own checks. `# check=skip=…;experimental=…;error=true` on top, and `# check=skip=…` right
 * above an instruction (moby/buildkit linter/linter.go); `# hadolint ignore=…` above one, and `# hadolint global ignore=…`.
 */
import type { Dockerfile, Instruction, Range } from '../syntax.js';
import type { Rule } from './rule.js';

type Names = ReadonlySet<string>;

export type Silence = {
  /** Whether a rule runs at all. */
  readonly runs: (rule: Rule) => boolean;
  /** Whether a comment above the instruction that holds the range's start silences a rule there. */
  readonly hides: (rule: Rule, range: Range) => boolean;
  /** `error=true`: what BuildKit finds fails the build. */
  readonly isFatal: boolean;
};

type CheckOptions = { readonly skip: Names; readonly experimental: Names; readonly isFatal: boolean };

const CHECK = /^check\s*=\s*(\S.*)$/i;
const HADOLINT = /^hadolint\s+(global\s+)?ignore\s*=\s*(\S.*)$/;
const NOTHING: CheckOptions = { skip: new Set(), experimental: new Set(), isFatal: false };
const TRUE = /^(?:1|t|true)$/i;

/**
 * @param check what BUILDKIT_DOCKERFILE_CHECK says; it takes the place of the directive
 * @param ignored rules of hadolint that the project ignores in all of its files
 */
export function silenceOf(file: Dockerfile, check: string | undefined, ignored: Names = new Set()): Silence {
  const directive = file.directives.find(({ name }) => name === 'check')?.value;
  const options = readCheck(check ?? directive ?? '');
  const everywhere = new Set(
    file.comments.flatMap(({ text }) => {
      const [, isGlobal, names = ''] = HADOLINT.exec(text) ?? [];
      return isGlobal === undefined ? [] : [...readNames(names)];
    }),
  );
  const above = new Map<Instruction, Names>();
  for (const instruction of file.instructions) {
    if (instruction.comments.length === 0) continue;
    const names = namesAbove(instruction);
    if (names.size > 0) above.set(instruction, names);
  }
  return {
    runs: ({ name, source, isExperimental = false }) => {
      if (isExperimental) return has(options.experimental, name);
      return source === 'hadolint' ? !everywhere.has(name) && !ignored.has(name) : !has(options.skip, name);
    },
    hides: ({ name, source }, { start }) => {
      if (above.size === 0) return false;
      const instruction = instructionAt(file.instructions, start.offset);
      const names = instruction && above.get(instruction);
      return names !== undefined && (names.has(name) || (source !== 'hadolint' && names.has('all')));
    },
    isFatal: options.isFatal,
  };
}

const has = (names: Names, name: string): boolean => names.has('all') || names.has(name);

function readCheck(text: string): CheckOptions {
  let options = NOTHING;
  for (const part of text.split(';')) {
    const equals = part.indexOf('=');
    const value = part.slice(equals + 1).trim();
    switch (part.slice(0, Math.max(0, equals)).trim()) {
      case 'skip':
        options = { ...options, skip: readNames(value) };
        break;
      case 'experimental':
        options = { ...options, experimental: readNames(value) };
        break;
      case 'error':
        options = { ...options, isFatal: TRUE.test(value) };
        break;
      default:
    }
  }
  return options;
}

function readNames(text: string): Names {
  return new Set(
    text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  );
}

function namesAbove({ comments }: Instruction): Names {
  const names = new Set<string>();
  for (const { text } of comments) {
    const [, check = ''] = CHECK.exec(text) ?? [];
    const [, isGlobal, ignored = ''] = HADOLINT.exec(text) ?? [];
    for (const name of readCheck(check).skip) names.add(name);
    if (isGlobal === undefined) for (const name of readNames(ignored)) names.add(name);
  }
  return names;
}

/** The last one that begins at or before an offset. */
function instructionAt(instructions: readonly Instruction[], offset: number): Instruction | undefined {
  let low = 0;
  let high = instructions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((instructions[middle]?.range.start.offset ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return instructions[low - 1];
}
