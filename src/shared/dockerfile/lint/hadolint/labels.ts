/** What labels are called. */
import { hadolintRule, problemAt, stepsWith } from './hadolint-rule.js';
import { unquote } from './variables.js';

const RESERVED = /^(?:com\.docker|io\.docker|org\.dockerproject)\./;

/** What is wrong with a label's name, by Docker's guidelines for keys; null when nothing is. */
function problemWith(key: string): string | null {
  if (RESERVED.test(key)) return 'its beginning is kept for Docker';
  if (/[^a-z0-9.-]/.test(key)) return 'only lowercase letters, digits, points and hyphens belong in it';
  if (!/^[a-z]/.test(key)) return 'it begins with a lowercase letter';
  if (!/[a-z0-9]$/.test(key)) return 'it ends with a lowercase letter or a digit';
  if (/\.\.|--/.test(key)) return 'no two points or hyphens follow each other in it';
  return null;
}

export const labelRules = [
  hadolintRule(
    'DL3048',
    'style',
    'Docker’s guidelines for keys keep those of one tool from being taken for those of another.',
    function* ({ steps }) {
      for (const { instruction } of stepsWith(steps, 'LABEL'))
        for (const { key } of instruction.pairs) {
          const name = unquote(key.text);
          const wrong = name.includes('$') ? null : problemWith(name);
          if (wrong !== null) yield problemAt(key.range, `“${name}” is no good name for a label: ${wrong}`);
        }
    },
  ),
];
