import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPace, PACE_MS } from './pace.js';

describe('progress that is read out', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is said at once, then at most once in a few seconds, and its last words are never lost', () => {
    const said: string[] = [];
    const pace = createPace((words) => said.push(words));
    for (let percent = 0; percent <= 100; percent++) {
      pace.take(`${percent} %`);
      vi.advanceTimersByTime(100);
    }
    // Ten seconds of a change every tenth of one.
    expect(said).toHaveLength(3);
    vi.advanceTimersByTime(PACE_MS);
    expect(said[0]).toBe('0 %');
    expect(said.at(-1)).toBe('100 %');
    expect(said.length).toBeLessThanOrEqual(4);
  });

  it('says nothing twice, and nothing after it was stopped', () => {
    const said: string[] = [];
    const pace = createPace((words) => said.push(words));
    pace.take('Reading');
    vi.advanceTimersByTime(2 * PACE_MS);
    pace.take('Reading');
    pace.take('Done');
    pace.take('More');
    pace.stop();
    vi.advanceTimersByTime(2 * PACE_MS);
    expect(said).toEqual(['Reading', 'Done']);
  });
});
