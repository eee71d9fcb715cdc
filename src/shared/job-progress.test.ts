import { describe, expect, it } from 'vitest';
import { jobFar, jobKind } from './job-progress.js';

it('knows the kinds that have a screen, and leaves others alone', () => {
  expect(jobKind('registry.push')).toBe('push');
  expect(jobKind('disk.cleanUp')).toBe('disk');
  expect(jobKind('layers.index')).toBe('other');
});

describe('how far a job is', () => {
  it('counts the steps of a build that have ended, and the bytes of a transfer', () => {
    const steps = ['done', 'cached', 'running', 'waiting'].map((state) => ({ state }));
    expect(jobFar('builds.run', { steps })).toEqual({ current: 2, total: 4 });
    const layers = [
      { id: 'a', state: 'pushing', current: 12, total: 10 },
      { id: 'b', state: 'waiting', current: 0, total: null },
    ];
    expect(jobFar('registry.push', { layers, message: '' })).toEqual({ current: 10, total: 10 });
  });

  it('is not known where the work does not know it', () => {
    expect(jobFar('disk.measure', { current: 3, total: null, what: '' }).total).toBe(0);
    expect(jobFar('archives.save', { phase: 'waiting', bytes: 3, total: 10 }).total).toBe(0);
    expect(jobFar('images.other', {}).total).toBe(0);
  });
});
