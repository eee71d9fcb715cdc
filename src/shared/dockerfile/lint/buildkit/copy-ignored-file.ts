/** CopyIgnoredFile (moby/buildkit dockerfile2llb/validations.go validateCopySourcePath). */
import { cleanPath } from '../../../ignore/clean-path.js';
import { heredocOpening } from '../../heredoc.js';
import { buildkitRule, quoted } from './buildkit-rule.js';

export const copyIgnoredFile = buildkitRule('CopyIgnoredFile', {
  reason: 'why.CopyIgnoredFile',
  *check({ stages, options: { ignoreFile } }) {
    // A line that begins with `!` may bring back something inside a folder that is left out.
    if (!ignoreFile || ignoreFile.hasExceptions) return;
    for (const { steps } of stages)
      for (const { instruction, expansion } of steps) {
        if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') continue;
        const isFromElsewhere = instruction.flags.some(({ name, value }) => name === 'from' && value);
        if (instruction.keyword === 'COPY' && isFromElsewhere) continue;
        for (const word of instruction.sources) {
          const expanded = expansion(word);
          if (!expanded.ok || heredocOpening(word.text) || isRemote(expanded.text)) continue;
          const path = cleanPath(expanded.text);
          if (ignoreFile.excludes(path))
            yield {
              message: `Attempting to ${instruction.keyword === 'COPY' ? 'Copy' : 'Add'} file ${quoted(path)} that is excluded by .dockerignore`,
              range: word.range,
            };
        }
      }
  },
});

function isRemote(source: string): boolean {
  return /^(?:https?|git|ssh):\/\/|^git@/.test(source);
}
