/** WorkdirRelativePath (moby/buildkit dockerfile2llb/convert.go dispatchWorkdir). */
import { say } from '../../../words/index.js';
import type { StageModel } from '../model.js';
import { buildkitRule, quoted } from './buildkit-rule.js';

export const workdirRelativePath = buildkitRule('WorkdirRelativePath', {
  reason: 'why.WorkdirRelativePath',
  *check({ stages }) {
    const settled = new Set<StageModel>();
    for (const stage of stages) {
      let isSet = stage.parent !== null && settled.has(stage.parent);
      for (const { instruction, expansion } of stage.steps) {
        const word = instruction.keyword === 'WORKDIR' ? instruction.words[0] : undefined;
        if (!word) continue;
        const expanded = expansion(word);
        const path = expanded.ok ? expanded.text : word.text;
        if (!isSet && !isAbsolute(path)) {
          const isAtRoot =
            stage.image === 'scratch' && /^[\w.-]/.test(word.text) && !word.text.startsWith('.');
          yield {
            message: `Relative workdir ${quoted(path)} can have unexpected results if the base image changes`,
            range: word.range,
            // An empty image has no folder set, so it begins at the root.
            ...(isAtRoot
              ? {
                  fix: {
                    title: say('fix.write', { what: `/${word.text}` }),
                    edits: [{ range: word.range, text: `/${word.text}` }],
                  },
                }
              : {}),
          };
        }
        isSet = true;
      }
      if (isSet) settled.add(stage);
    }
  },
});

/** On Linux or with a drive's letter. */
function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[a-zA-Z]:[\\/]/.test(path);
}
