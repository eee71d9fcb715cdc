import { describe, expect, it } from 'vitest';
import { surplus, type Weighed } from './prune.js';

const build = (id: string, folder: string, startedAt: number, bytes = 10): Weighed => ({
  id,
  folder,
  startedAt,
  outcome: 'done',
  bytes,
});

describe('what is let go', () => {
  it('is nothing within the limit', () => {
    expect(surplus([build('a', '/x', 1), build('b', '/x', 2)], 20)).toEqual([]);
  });

  it('is the oldest first, and no more than needed', () => {
    const builds = [build('c', '/x', 3), build('a', '/x', 1), build('b', '/x', 2)];
    expect(surplus(builds, 25)).toEqual(['a']);
    expect(surplus(builds, 10)).toEqual(['a', 'b']);
  });

  it('is the last build of a project only when nothing else is left', () => {
    const builds = [build('only', '/old', 1), build('a', '/x', 2), build('b', '/x', 3)];
    expect(surplus(builds, 20)).toEqual(['a']);
    expect(surplus(builds, 10)).toEqual(['a', 'only']);
    expect(surplus(builds, 5)).toEqual(['a', 'only', 'b']);
  });

  it('is never a build that runs', () => {
    expect(surplus([{ ...build('a', '/x', 1), outcome: 'running' }, build('b', '/x', 2)], 5)).toEqual(['b']);
  });
});
