/** UndefinedArgInFrom (moby/buildkit dockerfile2llb/validations.go reportUnusedFromArgs). */
import type { Word } from '../../syntax.js';
import { didYouMean } from '../../suggestion.js';
import { expandWord } from '../../words.js';
import { platformOf } from '../platform.js';
import { buildkitRule } from './buildkit-rule.js';

export const undefinedArgInFrom = buildkitRule('UndefinedArgInFrom', {
  reason: 'why.UndefinedArgInFrom',
  *check({ file, stages, globals }) {
    const names = [...globals.names];
    for (const { stage } of stages) {
      const words: readonly (Word | null)[] = [stage.from.image, platformOf(stage.from)];
      for (const word of words) {
        if (!word) continue;
        const { unmatched } = expandWord(word.text, globals.values, { escape: file.escape });
        for (const name of unmatched)
          if (!globals.names.has(name))
            yield {
              message: `FROM argument '${name}' is not declared${didYouMean(name, names)}`,
              range: word.range,
            };
      }
    }
  },
});
