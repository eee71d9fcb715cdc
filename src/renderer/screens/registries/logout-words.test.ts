import { expect, it } from 'vitest';
import type { LogoutReport } from '../../../shared/contract/registry.js';
import { erasedPhrase } from './logout-words.js';

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
