import { expect, it } from 'vitest';
import { moveWords, originWords, userWords } from './login-words.js';

const where = { registry: 'ghcr.io', key: 'ghcr.io', path: '/config.json', isUsed: true };
const plain = { ...where, storage: 'plain', username: 'ada', canMove: true } as const;

it('says who is logged in, and whence', () => {
  expect(userWords(plain)).toBe('Logged in as ada');
  expect(userWords({ ...plain, username: '<token>' })).toBe('Logged in with an identity token');
  expect(originWords(plain)).toBe('Logged in as ada, from docker’s config');
  expect(originWords({ ...where, storage: 'helper', helper: 'osxkeychain', isMissing: false })).toBe(
    'Kept for docker, from docker-credential-osxkeychain',
  );
});

it('says where a moved login is', () => {
  expect(moveWords({ id: '1', registry: 'ghcr.io', username: 'ada', path: '/config.json' })).toBe(
    'The login to ghcr.io as ada is in the keychain now, and no longer in docker’s file.',
  );
});
