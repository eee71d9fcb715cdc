import type { JobSummary } from '../../../shared/contract/jobs.js';
import { expect, it } from 'vitest';
import type { LogoutReport } from '../../../shared/contract/registry.js';
import { erasedPhrase, pendingPhrase } from './logout-words.js';

const left: LogoutReport['left'] = [
  { registry: 'ghcr.io', failure: { code: 'keychain-unavailable', title: 'locked', detail: 'locked' } },
];

it('names every registry that was erased', () => {
  expect(erasedPhrase({ erased: ['docker.io'], left: [] })).toBe('The login to docker.io was erased.');
  expect(erasedPhrase({ erased: ['docker.io', 'ghcr.io'], left: [] })).toBe(
    'The logins to docker.io and ghcr.io were erased.',
  );
});

it('claims nothing when nothing was erased', () => {
  expect(erasedPhrase({ erased: [], left: [] })).toBe('There was no login to erase.');
  expect(erasedPhrase({ erased: [], left })).toBe('Nothing was erased.');
});

it('pushes that are on the way with an erased login are named', () => {
  const job = (subject: string, status: JobSummary['status'] = 'running'): JobSummary => ({
    id: subject,
    call: 'registry.push',
    title: `Push nach ${subject}`,
    subject,
    status,
    cancelling: false,
    engine: { address: 'unix:///a', origin: 'default' },
    startedAt: 0,
  });
  const jobs = [job('ghcr.io/team/app:1'), job('ghcr.io/team/app:0', 'done'), job('ada/app:1')];
  const phrase = (...erased: string[]) => pendingPhrase(jobs, { erased, left: [] });
  expect(phrase('ghcr.io')).toContain('A push is still on the way with it, to ghcr.io/team/app:1:');
  expect(phrase('ghcr.io/team')).toContain('ghcr.io/team/app:1');
  expect(phrase('docker.io')).toContain('to ada/app:1:');
  expect(phrase('docker.io', 'ghcr.io')).toContain('2 pushes are');
  expect(phrase('ghcr.io/other', 'ghcr')).toBe('');
});
