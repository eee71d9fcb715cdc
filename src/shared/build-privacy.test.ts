import { describe, expect, it } from 'vitest';
import { looksSecret, withoutSecretValues } from './build-privacy.js';
import { buildOptions } from './contract/build-options.js';

describe('a name that says its value is a secret', () => {
  it.each([
    'NPM_TOKEN',
    'db_password',
    'GITHUB_TOKENS',
    'API_KEY',
    'apikey',
    'AWS_SECRET_ACCESS_KEY',
    'BASIC_AUTH',
  ])('is %s', (name) => expect(looksSecret(name)).toBe(true));
  it.each(['VERSION', 'NODE_ENV', 'KEYBOARD', 'TOKEN_FILE', 'SECRET_PATH', 'PORT'])('is not %s', (name) =>
    expect(looksSecret(name)).toBe(false),
  );
});

it('options are kept without the values that may be secret', () => {
  const options = buildOptions.parse({
    folder: '/app',
    dockerfile: 'Dockerfile',
    imageName: 'app',
    arguments: [
      { name: 'NPM_TOKEN', value: 'npm_123' },
      { name: 'VERSION', value: '2' },
    ],
    labels: [{ name: 'build.token', value: 't0ken' }],
    secrets: [{ id: 'npm', from: 'file', source: '.npmrc' }],
    ignoreCache: false,
    pullBase: false,
  });
  const kept = JSON.stringify(withoutSecretValues(options));
  expect(kept).not.toMatch(/npm_123|t0ken/);
  expect(kept).toContain('.npmrc');
  expect(kept).toContain('VERSION');
});
