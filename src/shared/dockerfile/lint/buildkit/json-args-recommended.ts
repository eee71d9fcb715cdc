/** JSONArgsRecommended (moby/buildkit dockerfile2llb/convert.go dispatchCmd, dispatchEntrypoint). */
import type { CommandInstruction } from '../../syntax.js';
import { plainCommandWords } from '../plain-command.js';
import type { Fix } from '../rule.js';
import { buildkitRule } from './buildkit-rule.js';

export const jsonArgsRecommended = buildkitRule('JSONArgsRecommended', {
  reason:
    'Written as text it runs inside a shell, which is process 1 and doesn’t pass signals on: the program isn’t told to stop and is killed after ten seconds. A SHELL instruction says that a shell is wanted.',
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
  return { title: 'Write it as a JSON array', edits: [{ range: command.range, text }] };
}
