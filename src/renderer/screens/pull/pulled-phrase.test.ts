import { expect, it } from 'vitest';
import { leftPhrase, pulledPhrase, type Pulled } from './pulled-phrase.js';

const pulled: Pulled = {
  reference: 'team/app:1',
  digest: 'sha256:1',
  newer: true,
  before: null,
  leftUntagged: false,
  platform: 'linux/amd64',
};

it('up to date is told apart from newer, and from new', () => {
  expect(pulledPhrase(pulled)).toContain('is here now');
  expect(pulledPhrase({ ...pulled, newer: false, before: 'sha256:0123456789ab' })).toContain('up to date');
  expect(pulledPhrase({ ...pulled, before: 'sha256:0123456789abcdef' })).toContain('newer');
});

it('an image that lost its last name is said to be there still', () => {
  const before = 'sha256:0123456789abcdef';
  expect(leftPhrase({ ...pulled, before, leftUntagged: true })).toContain('0123456789ab');
  expect(leftPhrase({ ...pulled, before })).toBeNull();
  expect(leftPhrase(pulled)).toBeNull();
});
