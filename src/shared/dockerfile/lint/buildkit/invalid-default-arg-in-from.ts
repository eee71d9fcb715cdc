/** InvalidDefaultArgInFrom (moby/buildkit dockerfile2llb/validations.go validateBaseImagesWithDefaultArgs). */
import { tryReference } from '../../../reference.js';
import { expandWord } from '../../words.js';
import { buildkitRule } from './buildkit-rule.js';

export const invalidDefaultArgInFrom = buildkitRule('InvalidDefaultArgInFrom', {
  reason: 'why.InvalidDefaultArgInFrom',
  *check({ file, stages, globals }) {
    for (const { stage } of stages) {
      const { image } = stage.from;
      if (!image) continue;
      const expanded = expandWord(image.text, globals.defaults, { escape: file.escape });
      if (!expanded.ok) return;
      if (!tryReference(expanded.text).ok)
        yield {
          message: `Default value for ARG ${image.text} results in empty or invalid base image name`,
          range: image.range,
        };
    }
  },
});
