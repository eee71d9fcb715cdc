import { describe, expect, it } from 'vitest';
import type { ImageSummary } from '../../shared/contract/images.js';
import { createPointers } from './pointers.js';

const image = (id: string, ...references: string[]): ImageSummary => ({
  id,
  references,
  digests: [],
  size: 1,
  created: 0,
  labels: [],
  sharedSize: null,
  platforms: [],
  containers: null,
});
const change = (upserted: readonly ImageSummary[], removed: readonly string[] = []) => ({
  upserted,
  removed,
});

describe('where tags point', () => {
  it('what was there at first has not moved', () => {
    const pointers = createPointers();
    expect(pointers.all()).toBeNull();
    expect(pointers.apply(change([image('a', 'app:1')]))).toEqual([]);
    expect(pointers.all()).toEqual(new Map([['app:1', 'a']]));
  });

  it('a tag that goes from one image to another is one move, in whatever order they are told', () => {
    for (const order of [0, 1]) {
      const pointers = createPointers();
      pointers.apply(change([image('a', 'app:1', 'app:2'), image('b')]));
      const after = [image('a', 'app:2'), image('b', 'app:1')];
      expect(pointers.apply(change(order === 0 ? after : after.reverse()))).toEqual([
        { reference: 'app:1', from: 'a', to: 'b' },
      ]);
    }
  });

  it('the new holder told before the old one is still one move', () => {
    const pointers = createPointers();
    pointers.apply(change([image('a', 'app:1')]));
    expect(pointers.apply(change([image('b', 'app:1')]))).toEqual([
      { reference: 'app:1', from: 'a', to: 'b' },
    ]);
    expect(pointers.apply(change([image('a')]))).toEqual([]);
    expect(pointers.apply(change([], ['a']))).toEqual([]);
    expect(pointers.all()).toEqual(new Map([['app:1', 'b']]));
  });

  it('tags come and go; what else changes about an image is no move', () => {
    const pointers = createPointers();
    pointers.apply(change([image('a', 'app:1')]));
    expect(pointers.apply(change([{ ...image('a', 'app:1'), size: 2 }]))).toEqual([]);
    expect(pointers.apply(change([image('a', 'app:1', 'app:2')]))).toEqual([
      { reference: 'app:2', from: null, to: 'a' },
    ]);
    expect(pointers.apply(change([], ['a']))).toEqual([
      { reference: 'app:1', from: 'a', to: null },
      { reference: 'app:2', from: 'a', to: null },
    ]);
  });
});
