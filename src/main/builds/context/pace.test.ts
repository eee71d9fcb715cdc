import { describe, expect, it } from 'vitest';
import { createPace } from './pace.js';

describe('the pace at which files are asked for', () => {
  it('is direct once many answers were quick', () => {
    const pace = createPace(false);
    pace.took(15, 0.1);
    expect(pace.isQuick()).toBe(false);
    pace.took(1, 0.01);
    expect(pace.isQuick()).toBe(true);
  });

  it('is no longer direct when answers have become slow, though not for one that had to wait', () => {
    const pace = createPace(true);
    for (let at = 0; at < 15; at++) pace.took(1, 0.01);
    pace.took(1, 10);
    expect(pace.isQuick()).toBe(true);
    pace.took(16, 0.1);
    pace.took(16, 40);
    pace.took(16, 40);
    expect(pace.isQuick()).toBe(false);
  });

  it('lets others have their turn while it goes on', async () => {
    const pace = createPace(true);
    let turns = 0;
    const other = setInterval(() => turns++, 1);
    const end = performance.now() + 60;
    while (performance.now() < end) await pace.rest();
    clearInterval(other);
    expect(turns).toBeGreaterThan(0);
  });
});
