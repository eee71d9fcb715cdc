import { describe, expect, it } from 'vitest';
import type { Login } from '../../../shared/contract/registry.js';
import { proposedDestination, pullLine, pushTarget, suggestions } from './push-target.js';

const hub: Login = { registry: 'docker.io', username: 'Kim', kept: 'keychain' };
const github: Login = { registry: 'ghcr.io', username: 'kim', kept: 'session' };
const DIGEST = `sha256:${'9'.repeat(64)}`;

describe('the target', () => {
  it('names the registry and the user that a push goes as', () => {
    expect(pushTarget('ghcr.io/kim/app:1', [hub, github])).toMatchObject({
      registry: 'ghcr.io',
      repository: 'kim/app',
      tag: '1',
      username: 'kim',
    });
  });

  it('never takes the login of another registry', () => {
    expect(pushTarget('localhost:5000/app', [hub, github])).toMatchObject({
      registry: 'localhost:5000',
      tag: 'latest',
      username: null,
    });
  });

  it('warns of a name that only Docker’s own images may have', () => {
    expect(pushTarget('app:1', [hub])).toMatchObject({ registry: 'docker.io', username: 'Kim' });
    expect(pushTarget('app:1', [hub])).toHaveProperty('warning', expect.stringMatching(/official/));
    expect(pushTarget('kim/app:1', [hub])).toHaveProperty('warning', null);
  });

  it('is refused for what is no name, and for a digest', () => {
    expect(pushTarget('Not/A Name', [])).toHaveProperty('kind', 'invalid');
    expect(pushTarget(`app@${DIGEST}`, [])).toHaveProperty('kind', 'invalid');
  });
});

describe('the proposed destination', () => {
  it('is the reference where that says where to go', () => {
    expect(proposedDestination('ghcr.io/team/app:2', [hub])).toBe('ghcr.io/team/app:2');
    expect(proposedDestination('team/app', [github])).toBe('team/app:latest');
  });

  it('is the first login’s for a bare name', () => {
    expect(proposedDestination('app:2', [github, hub])).toBe('ghcr.io/kim/app:2');
    expect(proposedDestination('app:2', [hub])).toBe('kim/app:2');
  });

  it('is the bare name when nobody is logged in, and nothing for an untagged image', () => {
    expect(proposedDestination('app:2', [])).toBe('app:2');
    expect(proposedDestination('', [hub])).toBe('');
  });

  it('leaves a digest out', () => {
    expect(proposedDestination(`ghcr.io/team/app:2@${DIGEST}`, [])).toBe('ghcr.io/team/app:2');
  });
});

it('suggests a place for each login, except the one that is written already', () => {
  expect(suggestions('kim/app:2', 'app:2', { logins: [hub, github], pushedTo: [] })).toEqual([
    'ghcr.io/kim/app:2',
  ]);
  expect(
    suggestions('', 'app:2', { logins: [{ ...hub, username: 'kim@example.com' }], pushedTo: [] }),
  ).toEqual([]);
});

it('suggests where an image of that name was pushed to before, with its own tag', () => {
  const pushedTo = ['ghcr.io/team/app:1', 'ghcr.io/team/other:1', 'host:5000/app:stable', 'not a name'];
  expect(suggestions('', 'app:2', { logins: [github], pushedTo })).toEqual([
    'ghcr.io/team/app:2',
    'host:5000/app:2',
    'ghcr.io/kim/app:2',
  ]);
});

it('suggests nothing for a username that only stands for a token', () => {
  const google: Login = { registry: 'europe-docker.pkg.dev', username: 'oauth2accesstoken', kept: 'session' };
  expect(suggestions('', 'app:2', { logins: [google], pushedTo: [] })).toEqual([]);
});

it('pulls what was pushed by its digest', () => {
  expect(pullLine('ghcr.io/kim/app:2', DIGEST)).toBe(`docker pull ghcr.io/kim/app@${DIGEST}`);
});
