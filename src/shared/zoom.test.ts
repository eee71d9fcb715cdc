import { describe, expect, it } from 'vitest';
import { MAX_ZOOM, MIN_ZOOM, zoomedIn, zoomedOut } from './zoom.js';

describe('zooming', () => {
  it('goes up to twice the size and down again by the same steps', () => {
    const up = [1];
    while (up.at(-1)! < MAX_ZOOM) up.push(zoomedIn(up.at(-1)!));
    const down = [MAX_ZOOM];
    while (down.at(-1)! > 1) down.push(zoomedOut(down.at(-1)!));
    expect(up.at(-1)).toBe(2);
    expect(down.toReversed()).toEqual(up);
  });

  it('stays at its ends, and finds its steps again from between them', () => {
    expect([zoomedIn(MAX_ZOOM), zoomedOut(MIN_ZOOM)]).toEqual([MAX_ZOOM, MIN_ZOOM]);
    expect([zoomedIn(1.3), zoomedOut(1.3)]).toEqual([1.5, 1.25]);
  });
});
