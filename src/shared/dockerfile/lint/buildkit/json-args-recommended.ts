/** JSONArgsRecommended (moby/buildkit dockerfile2llb/convert.go dispatchCmd, dispatchEntrypoint). */
import { say } from '../../../words/index.js';
import type { CommandInstruction } from '../../syntax.js';
import { plainCommandWords } from '../plain-command.js';
import type { Fix } from '../rule.js';
import { buildkitRule } from './buildkit-rule.js';

export const jsonArgsRecommended = buildkitRule('JSONArgsRecommended', {
  reason: 'why.JSONArgsRecommended',
  *check({ steps }) {
    for (const { instruction, isShellChosen } of steps) {
      if (instruction.keyword !== 'CMD' && instruction.keyword !== 'ENTRYPOINT') continue;
      if (instruction.command.form === 'exec' || isShellChosen) continue;
      const fix = toJson(instruction);
      yield {
        message: `JSON arguments recommended for ${instruction.keywordText} to prevent unintended behavior related to OS signals`,
        range: instruction.range,
        ...(fix ? { fix } : {}),
      };
    }
  },
});

/** Only of a command that means the same without a shell. */
function toJson({ command }: CommandInstruction): Fix | null {
  const words = command.form === 'shell' ? plainCommandWords(command.text) : null;
  if (!words || command.range.start.line !== command.range.end.line) return null;
  const text = `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
  return { title: say('fix.json'), edits: [{ range: command.range, text }] };
}
