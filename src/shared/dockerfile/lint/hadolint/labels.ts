/** What labels are called. */
import { say } from '../../../words/index.js';
import { hadolintRule, problemAt, stepsWith } from './hadolint-rule.js';
import { unquote } from './variables.js';

const RESERVED = /^(?:com\.docker|io\.docker|org\.dockerproject)\./;

/** What is wrong with a label's name, by Docker's guidelines for keys; null when nothing is. */
function problemWith(key: string): 'reserved' | 'letters' | 'begin' | 'end' | 'double' | null {
  if (RESERVED.test(key)) return 'reserved';
  if (/[^a-z0-9.-]/.test(key)) return 'letters';
  if (!/^[a-z]/.test(key)) return 'begin';
  if (!/[a-z0-9]$/.test(key)) return 'end';
  if (/\.\.|--/.test(key)) return 'double';
  return null;
}

export const labelRules = [
  hadolintRule('DL3048', 'style', 'why.DL3048', function* ({ steps }) {
    for (const { instruction } of stepsWith(steps, 'LABEL'))
      for (const { key } of instruction.pairs) {
        const name = unquote(key.text);
        const wrong = name.includes('$') ? null : problemWith(name);
        if (wrong !== null) yield problemAt(key.range, say(`checks.labelName.${wrong}`, { name }));
      }
  }),
];
