import { describe, expect, it } from 'vitest';
import { lookOf } from './files.js';
import { scanImage } from './image.js';
import { scanText } from './scan.js';

/** Put together here, so that no file of this project holds anything of the form. */
const letters = (count: number): string => 'aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zZ'.repeat(10).slice(0, count);
const key = (kind: string): string =>
  `-----BEGIN ${kind}PRIVATE KEY-----\n${letters(64)}\n-----END ${kind}PRIVATE KEY-----`;

describe('the forms of services’ own keys are known', () => {
  it.each([
    ['private-key', key('RSA ')],
    ['private-key', `{"private_key": "${key('').replaceAll('\n', '\\n')}"}`],
    ['aws-access-key', `AKIAABCDEFGH234567IJ`],
    ['aws-secret-key', `aws_secret_access_key = ${letters(40)}`],
    ['github-token', `ghp_${letters(36)}`],
    ['gitlab-token', `glpat-${letters(20)}`],
    ['slack-token', `xoxb-${letters(40)}`],
    ['npm-token', `npm_${letters(36)}`],
    ['npmrc-auth', `//npm.example.com/:_authToken=${letters(30)}`],
    ['docker-auth', `{"auths":{"ghcr.io":{"auth":"${letters(40)}"}}}`],
    ['google-key', `AIza${letters(35)}`],
    ['stripe-key', `sk_live_${letters(24)}`],
    ['jwt', `eyJ${letters(20)}.eyJ${letters(40)}.${letters(43)}`],
    ['url-password', `postgres://app:${letters(12)}@db.internal/app`],
  ])('%s', (rule, text) => {
    const [finding, ...others] = scanText(`first line\n${text}\n`, false);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ what: { rule }, line: 2 });
    expect(JSON.stringify(finding)).not.toContain(letters(10));
  });
});

describe('what is assigned to a secret’s name', () => {
  const found = (text: string): boolean => scanText(text, true).length > 0;

  it.each([
    `DB_PASSWORD=${letters(20)}`,
    `"api_key": "${letters(32)}"`,
    `client-secret: '${letters(24)}'`,
    `export STRIPE_TOKEN=${letters(18)}`,
  ])('is one: %s', (text) => expect(found(text)).toBe(true));

  it.each([
    'DB_PASSWORD=${DB_PASSWORD}',
    'password: changeme12345678',
    'TOKEN_FILE=/run/secrets/token1234',
    'author: a1b2c3d4e5f6g7h8i9',
    'password = hunter',
    'token: {{ vault.token1234567890 }}',
    'max_tokens: 4096',
    'secret: correct horse battery staple',
  ])('isn’t, where it is none: %s', (text) => expect(found(text)).toBe(false));

  it('is left alone in programs', () => expect(scanText(`password = "${letters(20)}"`, false)).toEqual([]));
});

it('a text of nothing but beginnings is read to its end all the same', () => {
  for (const part of ['eyJ', 'a://b:', 'password=', '-----BEGIN PRIVATE KEY-----', '"auth":"'])
    expect(scanText(part.repeat(60_000 / part.length), true)).toEqual([]);
});

it('documentation and what packages bring is not looked into, programs less closely than settings', () => {
  expect(lookOf('app/.env', 100)).toBe('all');
  expect(lookOf('root/.aws/credentials', 100)).toBe('all');
  expect(lookOf('app/server.js', 100)).toBe('forms');
  expect(lookOf('usr/share/doc/git/README.md', 100)).toBe('no');
  expect(lookOf('app/node_modules/x/index.js', 100)).toBe('no');
  expect(lookOf('app/data.bin', 100_000)).toBe('no');
});

describe('an image’s own settings and history', () => {
  const step = (createdBy: string) => ({
    index: 0,
    diffId: null,
    instruction: createdBy.startsWith('ENV') ? createdBy : `RUN ${createdBy}`,
    createdBy,
    comment: '',
    created: 0,
    size: 0,
  });
  const scan = (environment: { name: string; value: string }[], ...history: string[]) =>
    scanImage({ settings: { environment, labels: [] }, steps: history.map(step) });

  it('are told with nothing of the secret but its beginning', () => {
    const secret = letters(24);
    const findings = scan(
      [
        { name: 'API_TOKEN', value: secret },
        { name: 'PATH', value: '/usr/bin' },
      ],
      `ENV API_TOKEN=${secret}`,
      `|1 NPM_TOKEN=${secret} /bin/sh -c npm ci`,
      'RUN /bin/sh -c echo done # buildkit',
    );
    expect(findings.map(({ where }) => where)).toEqual(['ENV API_TOKEN', 'RUN with build arguments']);
    expect(JSON.stringify(findings)).not.toContain(secret.slice(0, 8));
  });

  it('a place, a switch or another variable is no secret', () => {
    expect(
      scan(
        [
          { name: 'TOKEN_PATH', value: '/run/token' },
          { name: 'AUTH', value: 'true' },
          { name: 'PASSWORD', value: '' },
        ],
        '/bin/sh -c TOKEN=$(cat /run/secrets/token) npm ci',
        '/bin/sh -c PASSWORD=$PASSWORD make',
      ),
    ).toEqual([]);
  });

  it.each(['root', 'abc', 'pa55word'])('a short secret is not shown whole: %s', (value) => {
    const [finding] = scan([{ name: 'DB_PASSWORD', value }]);
    expect(finding?.hint).toContain(`(${value.length} characters)`);
    expect(finding?.hint.split('…')[0]?.length).toBeLessThanOrEqual(value.length / 4);
  });

  it.each([
    'DB_PASSWORD',
    'PGPASSWORD',
    'SECRET_KEY_BASE',
    'npmToken',
    'APITOKEN',
    'REGISTRY_AUTH',
    'private-key',
  ])('%s says of its value that it is secret', (name) =>
    expect(scan([{ name, value: letters(24) }])).toHaveLength(1),
  );

  it.each([
    'org.opencontainers.image.authors',
    'GIT_AUTHOR_NAME',
    'SSH_AUTH_SOCK',
    'PASSENGER_APP_ENV',
    'TOKENIZERS_PARALLELISM',
    'COMPASS_HOME',
    'TOKEN_URL',
  ])('%s does not', (name) => expect(scan([{ name, value: 'Ada Lovelace' }])).toEqual([]));
});
