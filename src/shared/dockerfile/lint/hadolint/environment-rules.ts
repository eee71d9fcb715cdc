/** ENV and ARG. */
import { say } from '../../../words/index.js';
import { looksSecret } from '../secret-name.js';
import { hadolintRule, problemAt, stepsWith } from './hadolint-rule.js';

const VARIABLE = /\\.|\$(?:\{(\w+)|(\w+))/g;

const notInOne = hadolintRule('DL3044', 'error', 'why.DL3044', function* ({ steps }) {
  for (const { instruction } of stepsWith(steps, 'ENV')) {
    const times = new Map<string, number>();
    for (const { key } of instruction.pairs) times.set(key.text, (times.get(key.text) ?? 0) + 1);
    for (const { key, value } of instruction.pairs) {
      const name = namesIn(value?.text ?? '').find(
        (one) => (times.get(one) ?? 0) > (one === key.text ? 1 : 0),
      );
      if (name !== undefined)
        yield problemAt(value?.range ?? key.range, say('checks.env.same', { name: key.text, other: name }));
    }
  }
});

/** Those that a value refers to. One in single quotes is text. */
function namesIn(value: string): readonly string[] {
  const read = value.startsWith("'") ? '' : value;
  return [...read.matchAll(VARIABLE)].flatMap(([, braced, bare]) => braced ?? bare ?? []);
}

const noSecrets = hadolintRule('DL3064', 'warning', 'why.DL3064', function* ({ steps }) {
  for (const { instruction } of stepsWith(steps, 'ENV', 'ARG'))
    for (const { key } of instruction.pairs)
      if (looksSecret(key.text))
        yield problemAt(
          key.range,
          say('checks.env.secret', { name: key.text, keyword: instruction.keyword }),
        );
});

export const environmentRules = [notInOne, noSecrets];
