import { describe, expect, it } from 'vitest';
import type { JobSummary } from '../../../shared/contract/jobs.js';
import { jobDuration, jobPlace, jobWord, listedJobs } from './job-words.js';

const job = (id: string, change: Partial<JobSummary> = {}): JobSummary => ({
  id,
  call: 'builds.run',
  title: id,
  status: 'done',
  cancelling: false,
  engine: { address: 'unix:///a', origin: 'default' },
  startedAt: 0,
  ...change,
});

it('lists what runs first, and the newest first', () => {
  const jobs = [
    job('old', { startedAt: 1 }),
    job('new', { startedAt: 9 }),
    job('running', { startedAt: 5, status: 'running' }),
  ];
  expect(listedJobs(jobs).map(({ id }) => id)).toEqual(['running', 'new', 'old']);
});

describe('a job’s words', () => {
  it('say that it is being cancelled while it still runs', () => {
    expect(jobWord(job('a', { status: 'running' }))).toBe('Running');
    expect(jobWord(job('a', { status: 'running', cancelling: true }))).toBe('Cancelling…');
    expect(jobWord(job('a', { status: 'cancelled' }))).toBe('Cancelled');
  });

  it('say where it works: the context, the program, or the address', () => {
    const at = { address: 'unix:///a', origin: 'context' } as const;
    expect(jobPlace(job('a', { engine: { ...at, context: 'far' } }))).toBe('far');
    expect(jobPlace(job('a', { engine: { ...at, name: 'Colima' } }))).toBe('Colima');
    expect(jobPlace(job('a'))).toBe('unix:///a');
  });

  it('count time until it ended', () => {
    expect(jobDuration(job('a', { startedAt: 100 }), 300)).toBe(200);
    expect(jobDuration(job('a', { startedAt: 100, endedAt: 150 }), 300)).toBe(50);
  });
});
