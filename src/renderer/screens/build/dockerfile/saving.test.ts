import { describe, expect, it } from 'vitest';
import type { BuildOptions } from '../../../../shared/contract/build-options.js';
import type { PastBuildRecord } from '../../../../shared/contract/history.js';
import { parseDockerfile } from '../../../../shared/dockerfile/parse.js';
import { savedBy, savingSentence } from './saving.js';

const before = 'FROM base\nCOPY package.json .\nCOPY . .\nRUN npm ci\n';
const after = 'FROM base\nCOPY package.json .\nRUN npm ci\nCOPY . .\n';

/** A build of a text whose steps below FROM took this long in ms, or were reused. */
function build(text: string, times: readonly (number | 'cached')[], options: Partial<BuildOptions> = {}) {
  const lines = parseDockerfile(text).instructions;
  const instructions = lines.map(({ keyword, text: words, range }) => ({
    line: range.start.line,
    stage: 0,
    keyword,
    text: words,
    images: keyword === 'FROM' ? [options.target ?? 'base'] : [],
  }));
  const pastSteps = times.map((time, at) => ({
    line: at + 2,
    state: time === 'cached' ? 'cached' : 'done',
    startedAt: 0,
    endedAt: time === 'cached' ? 0 : time,
  }));
  return {
    instructions,
    pastSteps,
    options: { ignoreCache: false, ...options },
  } as unknown as PastBuildRecord;
}

describe('what another order would have saved', () => {
  it('is the time of a step that ran although only what it passes had changed', () => {
    const records = [
      build(before, [10, 10, 4_000]),
      build(before, ['cached', 10, 5_000]),
      build(before, ['cached', 'cached', 'cached']),
      build(before, ['cached', 10, 6_000]),
    ];
    expect(savedBy(before, after, records)).toEqual({ ms: 11_000, builds: 2, of: 4 });
  });

  it('is nothing where what stays above it had changed too, or the cache was ignored', () => {
    const records = [
      build(before, [10, 10, 4_000]),
      build(before, [10, 10, 5_000]),
      build(before, ['cached', 10, 5_000], { ignoreCache: true }),
    ];
    expect(savedBy(before, after, records)).toEqual({ ms: 0, builds: 0, of: 3 });
  });

  it('is nothing over another base', () => {
    const records = [build(before, [1, 1, 9]), build(before, ['cached', 1, 9], { target: 'newer base' })];
    expect(savedBy(before, after, records)).toEqual({ ms: 0, builds: 0, of: 2 });
  });

  it('counts no build that had other lines', () => {
    const other = before.replace('npm ci', 'npm install');
    expect(savedBy(before, after, [build(other, [1, 1, 9]), build(other, ['cached', 1, 9])]).of).toBe(0);
    const otherBase = before.replace('base', 'older');
    const records = [build(otherBase, [1, 1, 9]), build(before, ['cached', 1, 4_000])];
    expect(savedBy(before, after, records)).toMatchObject({ ms: 0, of: 2 });
  });

  it('is said in words', () => {
    expect(savingSentence({ ms: 0, builds: 0, of: 0 })).toContain('No past build');
    expect(savingSentence({ ms: 0, builds: 0, of: 1 })).toContain('the one recorded build');
    expect(savingSentence({ ms: 11_000, builds: 2, of: 4 })).toBe(
      'In the last 4 recorded builds it would have saved 11 s: the step ran again 2 times without need.',
    );
  });
});
