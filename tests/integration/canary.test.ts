import { describe, expect, it } from 'vitest';
import { holdsSecret } from '../support/canary.js';

const secret = 'Canary-7f3e "quoted": päss/?+';

describe('the search for a secret', () => {
  it.each([
    ['as it is', `before ${secret} after`],
    ['in JSON', JSON.stringify({ password: secret })],
    ['in an address', `?password=${encodeURIComponent(secret)}&x`],
    ['in a basic login', Buffer.from(`ada:${secret}`).toString('base64')],
    ['in a basic login of another length', Buffer.from(`adam:${secret}`).toString('base64')],
    [
      "in an engine's login",
      Buffer.from(JSON.stringify({ username: 'ada', password: secret, serveraddress: 'x' })).toString(
        'base64',
      ),
    ],
    [
      "in an engine's login, for addresses",
      Buffer.from(JSON.stringify({ password: secret })).toString('base64url'),
    ],
  ])('finds it %s', (_where, text) => expect(holdsSecret(text, secret)).toBe(true));

  it('finds nothing where it is not', () => {
    expect(holdsSecret(JSON.stringify({ password: '[secret]', username: 'ada' }), secret)).toBe(false);
  });
});
