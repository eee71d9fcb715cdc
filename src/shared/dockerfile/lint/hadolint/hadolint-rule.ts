/** What hadolint's rules have in common: their source, and the page of its wiki that each is explained on. */
import type { Instruction, Range } from '../../syntax.js';
import type { Model, Step } from '../model.js';
import type { Fix, Problem, Rule, Severity } from '../rule.js';

const WIKI = 'https://github.com/hadolint/hadolint/wiki/';

type Check = (model: Model) => Iterable<Problem>;

/** @param name hadolint's own: `DL3008`, which is also its page's */
export function hadolintRule(name: string, severity: Severity, reason: string, check: Check): Rule {
  return { name, source: 'hadolint', severity, reason, url: `${WIKI}${name}`, check };
}

/** A rule that hadolint has switched off unless it is asked for. */
export function optionalRule(name: string, severity: Severity, reason: string, check: Check): Rule {
  return { ...hadolintRule(name, severity, reason, check), isExperimental: true };
}

/** What a rule says of a step. */
export function problemAt(step: Step, range: Range, message: string, fix?: Fix): Problem {
  return { message, range, instruction: step.instruction, ...(fix ? { fix } : {}) };
}

/** The steps whose instruction, an ONBUILD's included, has one of the keywords, each with that instruction. */
export function* stepsWith<K extends Instruction['keyword']>(
  steps: readonly Step[],
  ...keywords: readonly K[]
): Generator<{ readonly step: Step; readonly instruction: Extract<Instruction, { keyword: K }> }> {
  for (const step of steps)
    if (isOne(step.effective, keywords)) yield { step, instruction: step.effective };
}

function isOne<K extends Instruction['keyword']>(
  instruction: Instruction,
  keywords: readonly K[],
): instruction is Extract<Instruction, { keyword: K }> {
  return (keywords as readonly string[]).includes(instruction.keyword);
}

/** From the keyword to the end of the first line, which is enough to show where something is. */
export function keywordRange({ instruction }: Step): Range {
  return instruction.keywordRange;
}
