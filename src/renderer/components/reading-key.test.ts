import { expect, it, onTestFinished } from 'vitest';
import { PSEUDO, speak } from '../../shared/words/index.js';
import { readingKey } from './reading-key.js';

const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'Enter', 'a'];

it('keys mean what is drawn on them where lines run from left to right', () => {
  expect(keys.map(readingKey)).toEqual(keys);
});

it('the keys along the line change places where lines run from right to left, and no others do', async () => {
  onTestFinished(() => speak('en'));
  await speak(PSEUDO);
  expect(keys.map(readingKey)).toEqual(['ArrowRight', 'ArrowLeft', ...keys.slice(2)]);
});
