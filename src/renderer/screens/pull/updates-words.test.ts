import { expect, it } from 'vitest';
import { checkedSentence, problemSentence } from './updates-words.js';

const outcome = { checked: 3, newer: [], local: 0, problems: [] };

it('nothing newer, one, and many are told apart', () => {
  expect(checkedSentence(outcome)).toBe('Nothing newer: 3 tags checked.');
  expect(checkedSentence({ ...outcome, newer: ['a:1'] })).toContain('a newer a:1');
  expect(checkedSentence({ ...outcome, newer: ['a:1', 'b:1'] })).toBe('2 tags of 3 have a newer image.');
});

it('images that are from no registry are no error', () => {
  expect(checkedSentence({ ...outcome, local: 1 })).toContain('1 tag is not from a registry');
  expect(checkedSentence({ ...outcome, checked: 0, local: 2 })).toContain('2 tags are not from a registry');
});

it('a registry that was left says how much was not checked', () => {
  expect(problemSentence({ of: 'docker.io', detail: 'Asked too often.', left: 7 })).toBe(
    'docker.io: Asked too often. 7 tags of it were not checked.',
  );
});
