import { describe, expect, it } from 'vitest';
import { orderTags } from './tag-order.js';

describe('tags in order', () => {
  it('begin with latest, then come versions from the newest down, then words', () => {
    expect(orderTags(['edge', '3.9', '3.20', 'latest', '3.20.1', 'v4.0', '3', 'bookworm'])).toEqual([
      'latest',
      'v4.0',
      '3',
      '3.20',
      '3.20.1',
      '3.9',
      'bookworm',
      'edge',
    ]);
  });

  it('put a version before what is made of it', () => {
    expect(orderTags(['1.2-rc.10', '1.2-rc.2', '1.2-alpine', '1.2'])).toEqual([
      '1.2',
      '1.2-alpine',
      '1.2-rc.2',
      '1.2-rc.10',
    ]);
  });

  it('name each tag once', () => {
    expect(orderTags(['a', 'a'])).toEqual(['a']);
  });
});
