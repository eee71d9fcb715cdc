/** MultipleInstructionsDisallowed (moby/buildkit dockerfile2llb/validations.go validateUsedOnce). */
import { say } from '../../../words/index.js';
import type { Instruction } from '../../syntax.js';
import { wholeLines } from '../whole-lines.js';
import { buildkitRule } from './buildkit-rule.js';

const ONCE: ReadonlySet<Instruction['keyword']> = new Set(['CMD', 'ENTRYPOINT', 'HEALTHCHECK']);

export const multipleInstructionsDisallowed = buildkitRule('MultipleInstructionsDisallowed', {
  reason: 'why.MultipleInstructionsDisallowed',
  *check({ stages, source }) {
    for (const { stage } of stages) {
      const last = new Map<Instruction['keyword'], Instruction>();
      for (const instruction of stage.instructions) {
        if (!ONCE.has(instruction.keyword)) continue;
        const previous = last.get(instruction.keyword);
        last.set(instruction.keyword, instruction);
        if (!previous) continue;
        yield {
          message: `Multiple ${instruction.keywordText} instructions should not be used in the same stage because only the last one will be used`,
          range: previous.range,
          fix: {
            title: say('fix.noEffect'),
            edits: [{ range: wholeLines(source, previous.range), text: '' }],
          },
        };
      }
    }
  },
});
