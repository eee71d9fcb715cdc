/** SecretInLayer: a secret that ends in the image, where everyone who has it can read it. */
import { say } from '../../../words/index.js';
import type { Instruction, Range } from '../../syntax.js';
import type { Model, StageModel, Step } from '../model.js';
import type { Problem } from '../rule.js';
import { looksSecret } from '../secret-name.js';
import { contextCopyOf } from './copies.js';
import { secretFile } from './secret-files.js';
import { knownTokens, mayHoldTokens } from './secret-tokens.js';
import { strataRule } from './strata-rule.js';

export const secretInLayer = strataRule('SecretInLayer', {
  severity: 'error',
  reason: 'why.SecretInLayer',
  *check(model) {
    const hasTokens = mayHoldTokens(model.source.text);
    for (const step of model.steps) {
      const { keyword } = step.instruction;
      if (keyword === 'COPY' || keyword === 'ADD') yield* copied(step);
      if (hasTokens) yield* literal(step, model);
    }
    for (const stage of model.stages) yield* passed(stage);
  },
});

/** `COPY .env .` */
function* copied(step: Step): Iterable<Problem> {
  const copy = contextCopyOf(step);
  if (!copy) return;
  for (const [index, source] of copy.sources.entries()) {
    const what = secretFile(source);
    if (what === null) continue;
    yield {
      message: say(`strata.secret.${what}`, { file: source }),
      severity: 'warning',
      range: copy.instruction.sources[index]?.range ?? copy.instruction.range,
    };
  }
}

/** A token in the file itself, as it is. Its message doesn't repeat it. */
function* literal({ instruction }: Step, { source }: Model): Iterable<Problem> {
  const { start, end } = instruction.range;
  for (const { what, index, length } of knownTokens(source.text.slice(start.offset, end.offset))) {
    const range = source.range(start.offset + index, start.offset + index + length);
    yield { message: say(`strata.token.${what}`, { keyword: instruction.keyword }), range };
  }
}

/** `ARG NPM_TOKEN` and a RUN that uses it: the value is part of the history. */
function* passed({ steps }: StageModel): Iterable<Problem> {
  const names = new Set<string>();
  for (const { instruction } of steps) {
    if (instruction.keyword === 'ARG' || instruction.keyword === 'ENV')
      for (const { key } of instruction.pairs) if (looksSecret(key.text)) names.add(key.text);
    if (instruction.keyword !== 'RUN') continue;
    for (const name of names)
      if (uses(instruction, name))
        yield {
          message: messageFor(name),
          reason: reasonFor(name),
          severity: 'warning',
          range: rangeOf(instruction),
        };
  }
}

function uses({ value, heredocs, flags }: Instruction, name: string): boolean {
  const isMounted = flags.some(
    (flag) =>
      flag.name === 'mount' &&
      flag.value?.includes('type=secret') === true &&
      flag.value.includes(`env=${name}`),
  );
  const isIn = (text: string): boolean =>
    text.includes(`$${name}`) || text.includes(`\${${name}}`) || text.includes(`\${${name}:`);
  return !isMounted && (isIn(value) || heredocs.some(({ content }) => isIn(content)));
}

const rangeOf = ({ range, keywordRange }: Instruction): Range =>
  range.start.line === range.end.line ? range : keywordRange;

const messageFor = (name: string): string => say('strata.passed', { name });

const reasonFor = (name: string): string => say('strata.passed.why', { name, id: name.toLowerCase() });
