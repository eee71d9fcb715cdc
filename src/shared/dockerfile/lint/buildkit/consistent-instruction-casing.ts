/** ConsistentInstructionCasing (moby/buildkit dockerfile2llb/validations.go validateCommandCasing). */
import { say } from '../../../words/index.js';
import type { Instruction } from '../../syntax.js';
import type { Edit } from '../rule.js';
import { isLower, isUpper } from '../letter-case.js';
import { buildkitRule } from './buildkit-rule.js';

export const consistentInstructionCasing = buildkitRule('ConsistentInstructionCasing', {
  severity: 'style',
  reason: 'why.ConsistentInstructionCasing',
  *check({ stages }) {
    const instructions = stages
      .flatMap(({ stage }) => stage.instructions)
      .filter(({ keyword }) => keyword !== 'UNKNOWN');
    const lower = instructions.filter(({ keywordText }) => isLower(keywordText)).length;
    const upper = instructions.filter(({ keywordText }) => isUpper(keywordText)).length;
    const isMostlyLower = lower > upper;
    for (const instruction of instructions) {
      const { keywordText, keywordRange } = instruction;
      if (isMostlyLower ? isLower(keywordText) : isUpper(keywordText)) continue;
      yield {
        message: `Command '${keywordText}' should match the case of the command majority (${isMostlyLower ? 'lowercase' : 'uppercase'})`,
        range: keywordRange,
        fix: {
          title: say('fix.write', { what: inCase(instruction.keyword, isMostlyLower) }),
          edits: [
            { range: keywordRange, text: inCase(keywordText, isMostlyLower) },
            ...matchingAs(instruction, isMostlyLower),
          ],
        },
      };
    }
  },
});

const inCase = (text: string, isToBeLower: boolean): string =>
  isToBeLower ? text.toLowerCase() : text.toUpperCase();

/** AS goes with FROM. */
function matchingAs(instruction: Instruction, isToBeLower: boolean): readonly Edit[] {
  const as = instruction.keyword === 'FROM' ? instruction.as : null;
  return as ? [{ range: as.range, text: inCase(as.text, isToBeLower) }] : [];
}
