import { describe, expect, it } from 'vitest';
import type { ImageStep } from '../../../shared/contract/images.js';
import { commonSentence, sharedWith } from './layers-compared.js';

const steps = (...layers: (string | null)[]): ImageStep[] =>
  layers.map((diffId, index) => ({
    index,
    diffId,
    size: diffId === null ? 0 : 1000,
    instruction: '',
    createdBy: '',
    comment: '',
    created: 0,
  }));

describe('the layers of two images', () => {
  it('are the same from the base up to where they part, settings aside', () => {
    expect(commonSentence(steps('a', null, 'b', 'c'), steps('a', 'b', 'd', 'e'))).toBe(
      'The lowest 2 layers are the same in both (2 kB); above that stand 1 before and 2 after.',
    );
    expect(commonSentence(steps('a'), steps('a', 'b'))).toBe(
      'The lowest layer is the same in both (1 kB); above that stand 0 before and 1 after.',
    );
  });

  it('may be all the same, none, or some upon different bases', () => {
    expect(commonSentence(steps('a', 'b'), steps('a', null, 'b'))).toBe('Both have the very same layers.');
    expect(commonSentence(steps('a'), steps('b'))).toBe('They have no layer in common.');
    expect(commonSentence(steps('a', 'x'), steps('b', 'x'))).toMatch(/1 layer above is in both/);
  });

  it('are marked where the other has them, too', () => {
    expect(sharedWith(steps('a', null, 'b'), steps('b', 'c'), 'other:1')).toEqual({ a: [], b: ['other:1'] });
  });
});
