import { describe, expect, it } from 'vitest';
import type { JobSummary } from '../../shared/contract/jobs.js';
import { createJobNotices, type Notice } from './job-notices.js';

const job = (more: Partial<JobSummary>): JobSummary => ({
  id: '1',
  call: 'builds.run',
  title: 'Build shop:1.0',
  status: 'done',
  cancelling: false,
  engine: { address: 'unix:///a', origin: 'default' },
  startedAt: 0,
  ...more,
});
const failure = { code: 'build-failed', title: 'A step failed', detail: '' } as const;

function told(jobs: readonly JobSummary[], { isWanted = true, isInFront = false } = {}) {
  const notices: Notice[] = [];
  const opened: string[] = [];
  const tell = createJobNotices({
    isWanted: () => isWanted,
    isInFront: () => isInFront,
    show: (notice, onClick) => {
      notices.push(notice);
      onClick();
    },
    open: ({ id }) => opened.push(id),
  });
  jobs.forEach(tell);
  return { notices, opened };
}

describe('a job that ends while the window is not in front', () => {
  it('is told of, with its failure, and the notice leads there', () => {
    expect(told([job({}), job({ id: '2', call: 'registry.push', status: 'failed', failure })])).toEqual({
      notices: [
        { title: 'Done', body: 'Build shop:1.0' },
        { title: 'Failed', body: 'Build shop:1.0\nA step failed' },
      ],
      opened: ['1', '2'],
    });
  });

  it('is not told of when the user did it, or nobody waits for it', () => {
    const quiet = [job({ status: 'running' }), job({ status: 'cancelled' }), job({ call: 'disk.measure' })];
    expect(told(quiet).notices).toEqual([]);
  });
});

describe('a job that ends', () => {
  it('is not told of in front of the user’s eyes, or against their wish', () => {
    expect(told([job({})], { isInFront: true }).notices).toEqual([]);
    expect(told([job({})], { isWanted: false }).notices).toEqual([]);
  });
});
