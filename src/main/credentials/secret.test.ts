import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { engineLogin, IDENTITY_TOKEN, redact, Secret } from './secret.js';

const value = 'p:a"s s/é+?';

describe('a secret', () => {
  const secret = new Secret(value);

  it('gives itself out only when asked', () => expect(secret.reveal()).toBe(value));

  it('prints as [secret] in text, JSON and inspection, at any depth', () => {
    expect(String(secret)).toBe('[secret]');
    expect(JSON.stringify({ deep: [{ secret }] })).toBe('{"deep":[{"secret":"[secret]"}]}');
    expect(inspect({ deep: { secret } }, { depth: 9, showHidden: true })).not.toContain('p:a');
  });

  it('is not copied by assigning, cloning or listing its keys', () => {
    expect(JSON.stringify(Object.assign({}, secret))).not.toContain('p:a');
    expect(JSON.stringify(structuredClone(secret))).not.toContain('p:a');
    expect(Object.keys(secret)).toEqual([]);
  });
});

describe('redact', () => {
  it.each([
    ['plain', value],
    ['percent-encoded', encodeURIComponent(value)],
    ['as JSON', JSON.stringify(value).slice(1, -1)],
    ['in base64', Buffer.from(value).toString('base64')],
    ['in base64url', Buffer.from(value).toString('base64url')],
  ])('takes a secret out that is %s', (_, form) => {
    expect(redact(`before ${form} after`, [new Secret(value)])).toBe('before [secret] after');
  });

  it('takes out several, and leaves other text alone', () => {
    expect(redact('one two three', [new Secret('two'), new Secret('')])).toBe('one [secret] three');
  });

  it('takes a secret with a lone surrogate', () => {
    expect(redact('a \ud800x b', [new Secret('\ud800x')])).toBe('a [secret] b');
  });
});

it('an identity token goes to an engine as such, and not as somebody’s password', () => {
  expect(engineLogin({ username: 'ada', secret: new Secret('x') })).toEqual({
    username: 'ada',
    password: 'x',
  });
  expect(engineLogin({ username: IDENTITY_TOKEN, secret: new Secret('x') })).toEqual({ identitytoken: 'x' });
});
