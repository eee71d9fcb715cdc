import { describe, expect, it } from 'vitest';
import { isSecretPair } from './secret-value.js';

describe('a variable that is shown only when asked', () => {
  it.each([
    ['NPM_TOKEN', 'abc', true],
    ['db_password', 'abc', true],
    ['DATABASE_URL', 'postgres://ada:s3cret@db/app', true],
    ['DATABASE_URL', 'postgres://db/app', false],
    ['SITE', 'https://example.org/a:b@c', false],
    ['DB_PASSWORD_FILE', '/run/secrets/db', false],
    ['NPM_TOKEN', '', false],
    ['PATH', '/usr/bin', false],
  ])('%s=%s: %s', (name, value, secret) => expect(isSecretPair({ name, value })).toBe(secret));
});
