/** ENV and ARG. */
import { looksSecret } from '../secret-name.js';
import { hadolintRule, problemAt, stepsWith } from './hadolint-rule.js';

const VARIABLE = /\\.|\$(?:\{(\w+)|(\w+))/g;

const notInOne = hadolintRule(
  'DL3044',
  'error',
  'All values of one ENV are read before any of them is set: the variable is still what it was before.',
  function* ({ steps }) {
    for (const { instruction } of stepsWith(steps, 'ENV')) {
      const times = new Map<string, number>();
      for (const { key } of instruction.pairs) times.set(key.text, (times.get(key.text) ?? 0) + 1);
      for (const { key, value } of instruction.pairs) {
        const name = namesIn(value?.text ?? '').find(
          (one) => (times.get(one) ?? 0) > (one === key.text ? 1 : 0),
        );
        if (name !== undefined)
          yield problemAt(
            value?.range ?? key.range,
            `${key.text} refers to ${name}, which this same ENV sets: set it in an ENV above`,
          );
      }
    }
  },
);

/** Those that a value refers to. One in single quotes is text. */
function namesIn(value: string): readonly string[] {
  const read = value.startsWith("'") ? '' : value;
  return [...read.matchAll(VARIABLE)].flatMap(([, braced, bare]) => braced ?? bare ?? []);
}

const noSecrets = hadolintRule(
  'DL3064',
  'warning',
  'The values of ARG and ENV are kept with the image, for everyone who has it to read. A secret belongs in --mount=type=secret.',
  function* ({ steps }) {
    for (const { instruction } of stepsWith(steps, 'ENV', 'ARG'))
      for (const { key } of instruction.pairs)
        if (looksSecret(key.text))
          yield problemAt(
            key.range,
            `“${key.text}” looks like a secret, which ${instruction.keyword} keeps in the image`,
          );
  },
);

export const environmentRules = [notInOne, noSecrets];
