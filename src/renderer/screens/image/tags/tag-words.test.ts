import { describe, expect, it } from 'vitest';
import { leavingWords, moveWords, removalWords, someNames, tagCommand } from './tag-words.js';

const a = `sha256:${'a'.repeat(64)}`;
const b = `sha256:${'b'.repeat(64)}`;

describe('what is said of tags', () => {
  it('a move says what happens to the image that loses the name', () => {
    expect(leavingWords('app:1', { id: a, references: ['app:1'] })).toBe(
      'app:1 now points to aaaaaaaaaaaa; that is its last other name. The image stays, untagged, until it is cleaned up.',
    );
    expect(leavingWords('app:1', { id: a, references: ['app:1', 'app:2'] })).toBe(
      'app:1 now points to aaaaaaaaaaaa, which is also app:2 and keeps that.',
    );
  });

  it('a removal promises an undo only where the image stays', () => {
    expect(removalWords(false, { kind: 'goes' })).toContain('can be undone');
    expect(removalWords(true, { kind: 'goes' })).toContain('can’t be undone');
    expect(removalWords(true, { kind: 'stays', because: ['child:1'] })).toContain(
      'dangling: the engine keeps it, untagged, for child:1',
    );
    expect(removalWords(true, { kind: 'refused', containers: ['web'] })).toContain('will refuse');
  });

  it('a move tells where from, where to, and by what', () => {
    const move = { reference: 'app:1', from: a, to: b, at: 0, by: 'pull' } as const;
    expect(moveWords(move, b)).toBe('moved from aaaaaaaaaaaa to this image by a pull');
    expect(moveWords({ ...move, from: null, by: 'unknown' }, b)).toBe('came to this image');
    expect(moveWords({ ...move, to: null, by: 'strata' }, b)).toBe('was removed from aaaaaaaaaaaa in Strata');
  });

  it('many names are counted; a command names what it does', () => {
    expect(someNames(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c and 2 more');
    expect(tagCommand(a, 'app:1')).toBe('docker tag aaaaaaaaaaaa app:1');
  });
});
