/** LegacyKeyValueFormat (moby/buildkit dockerfile2llb/convert.go dispatchEnv, dispatchLabel; linter/docs/LegacyKeyValueFormat.md). */
import { say } from '../../../words/index.js';
import type { PairsInstruction } from '../../syntax.js';
import type { Model } from '../model.js';
import type { Fix } from '../rule.js';
import { buildkitRule } from './buildkit-rule.js';

export const legacyKeyValueFormat = buildkitRule('LegacyKeyValueFormat', {
  reason: 'why.LegacyKeyValueFormat',
  *check(model) {
    for (const { instruction } of model.steps) {
      const { keyword, keywordText, range } = instruction;
      if (keyword !== 'ENV' && keyword !== 'LABEL' && keyword !== 'ARG') continue;
      if (!instruction.isOldForm && !isValueTakenForName(instruction, model)) continue;
      const fix = instruction.isOldForm ? withEquals(instruction) : null;
      yield {
        message: `"${keywordText} key=value" should be used instead of legacy "${keywordText} key value" format`,
        range,
        ...(keyword === 'ARG' ? { reason: say('why.LegacyKeyValueFormat.arg') } : {}),
        ...(fix ? { fix } : {}),
      };
    }
  },
});

/** `ARG name value`: what stands second is no argument that anything asks for. */
function isValueTakenForName({ keyword, pairs }: PairsInstruction, { globals, source }: Model): boolean {
  const [first, second, ...more] = pairs;
  if (keyword !== 'ARG' || !first || first.value || !second || second.value || more.length > 0) return false;
  const name = second.key.text;
  const isUsed = source.text.includes(`$${name}`) || source.text.includes(`\${${name}`);
  return !isUsed && !globals.names.has(name);
}

function withEquals({ pairs, range }: PairsInstruction): Fix | null {
  const [pair] = pairs;
  if (!pair?.value || range.start.line !== range.end.line) return null;
  const { key, value } = pair;
  const hasSpace = /\s/.test(value.text);
  // Quotes and escapes may mean something else between quotes, and a key with them something else before `=`.
  if ((hasSpace && /["'\\`]/.test(value.text)) || /["'\\`]/.test(key.text)) return null;
  const text = hasSpace ? `"${value.text}"` : value.text;
  return {
    title: say('fix.equals'),
    edits: [{ range: { start: key.range.start, end: value.range.end }, text: `${key.text}=${text}` }],
  };
}
