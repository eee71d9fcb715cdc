/** InvalidBaseImagePlatform (moby/buildkit dockerfile2llb/validations.go validateBaseImagePlatform). */
import { expandWord } from '../../words.js';
import { parsePlatform, platformOf } from '../platform.js';
import { buildkitRule, quoted } from './buildkit-rule.js';

export const invalidBaseImagePlatform = buildkitRule('InvalidBaseImagePlatform', {
  hasPage: false,
  reason: 'why.InvalidBaseImagePlatform',
  *check({ file, stages, globals, options }) {
    for (const { stage, image, parent } of stages) {
      const wanted = platformOf(stage.from);
      const expanded = wanted && expandWord(wanted.text, globals.values, { escape: file.escape });
      // What the variables of a platform stand for is known to the engine alone.
      if (parent || image === 'scratch' || (expanded && expanded.matched.size > 0)) continue;
      const expected = (expanded?.ok ? expanded.text : undefined) ?? options.targetPlatform;
      const actual = expected ? options.platformOf?.(image) : null;
      if (!expected || !actual) continue;
      const here = parsePlatform(actual);
      const there = parsePlatform(expected);
      if (!here || !there || (here.os === there.os && here.architecture === there.architecture)) continue;
      yield {
        message: `Base image ${image} was pulled with platform ${quoted(actual)}, expected ${quoted(expected)} for current build`,
        range: stage.from.image?.range ?? stage.from.range,
      };
    }
  },
});
