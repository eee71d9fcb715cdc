/** What hadolint's rules have in common: their source, and the page of its wiki that each is explained on. */
import type { Instruction, Range } from '../../syntax.js';
import type { Model, Step } from '../model.js';
import type { Fix, Problem, Rule, Severity, Why } from '../rule.js';

const WIKI = 'https://github.com/hadolint/hadolint/wiki/';

type Check = (model: Model) => Iterable<Problem>;

/** @param name hadolint's own: `DL3008`, which is also its page's */
export function hadolintRule(name: string, severity: Severity, reason: Why, check: Check): Rule {
  return { name, source: 'hadolint', severity, reason, url: `${WIKI}${name}`, check };
}

/** A rule that hadolint has switched off unless it is asked for. */
export function optionalRule(name: string, severity: Severity, reason: Why, check: Check): Rule {
  return { ...hadolintRule(name, severity, reason, check), isExperimental: true };
}

/** What a rule says of a place. */
export function problemAt(range: Range, message: string, fix?: Fix | null): Problem {
  return { message, range, ...(fix ? { fix } : {}) };
}

type Keyword = Instruction['keyword'];

/** The instruction that each keyword makes. */
type InstructionOf<K extends Keyword, I extends Instruction = Instruction> = I extends unknown
  ? [K & I['keyword']] extends [never]
    ? never
    : I & { readonly keyword: K }
  : never;

/** The steps whose instruction, an ONBUILD's included, has one of the keywords, each with that instruction. */
export function* stepsWith<K extends Keyword>(
  steps: readonly Step[],
  ...keywords: readonly K[]
): Generator<{ readonly step: Step; readonly instruction: InstructionOf<K> }> {
  const groups = groupsOf(steps);
  const [first] = keywords;
  // Those of one keyword stand together; those of several only in the order of the file.
  for (const step of (keywords.length === 1 && first ? groups.get(first) : steps) ?? [])
    if (isOneOf(step.effective, keywords)) yield { step, instruction: step.effective };
}

const known = new WeakMap<readonly Step[], ReadonlyMap<Keyword, readonly Step[]>>();

/** Once for all rules: most look at few of a file's steps. */
function groupsOf(steps: readonly Step[]): ReadonlyMap<Keyword, readonly Step[]> {
  const before = known.get(steps);
  if (before) return before;
  const groups = new Map<Keyword, Step[]>();
  for (const step of steps) {
    const group = groups.get(step.effective.keyword);
    if (group) group.push(step);
    else groups.set(step.effective.keyword, [step]);
  }
  known.set(steps, groups);
  return groups;
}

function isOneOf<K extends Keyword>(
  instruction: Instruction,
  keywords: readonly K[],
): instruction is InstructionOf<K> {
  return (keywords as readonly string[]).includes(instruction.keyword);
}
