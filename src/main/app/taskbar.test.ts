import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTaskbar, workDone, type RunningJob } from './taskbar.js';

const push = (current: number, total: number | null): RunningJob => ({
  call: 'registry.push',
  state: { layers: [{ id: 'a', state: 'pushing', current, total }], message: '' },
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the taskbar', () => {
  it('shows how far all work is that knows', () => {
    expect(workDone([push(50, 100), push(100, 100), push(5, null)])).toBe(0.75);
    expect(workDone([push(5, null)])).toBeGreaterThan(1);
    expect(workDone([])).toBeLessThan(0);
  });

  it('follows the work while there is some, and rests when there is none', () => {
    const shown: number[] = [];
    let running: readonly RunningJob[] = [push(0, 10)];
    const changed = createTaskbar(
      () => running,
      (progress) => shown.push(progress),
    );
    changed();
    running = [push(5, 10)];
    vi.advanceTimersByTime(2000);
    running = [];
    changed();
    expect(shown).toEqual([0, 0.5, -1]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
