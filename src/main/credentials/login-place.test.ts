import { describe, expect, it } from 'vitest';
import { nearestPlaces, placeName } from '../../shared/login-places.js';
import { loginPlace } from './login-place.js';

describe('what a login is for', () => {
  it.each([
    ['ghcr.io', 'ghcr.io', ''],
    [' GHCR.io/ ', 'ghcr.io', ''],
    ['ghcr.io/team-a', 'ghcr.io', 'team-a'],
    ['ghcr.io/team-a/app/', 'ghcr.io', 'team-a/app'],
    ['index.docker.io/ada', 'docker.io', 'ada'],
    ['localhost:5000/v1-team', 'localhost:5000', 'v1-team'],
    ['https://index.docker.io/v1/', 'docker.io', ''],
    ['registry.example.com/v2/', 'registry.example.com', ''],
    ['https://ghcr.io/team', 'ghcr.io', ''],
  ])('%s', (text, registry, prefix) => {
    expect(loginPlace(text)).toEqual({ registry, prefix });
    expect(loginPlace(placeName({ registry, prefix }))).toEqual({ registry, prefix });
  });

  it.each(['ghcr.io/Team', 'ghcr.io/a//b', 'ghcr.io/../b', 'ghcr.io/a b', 'team', ''])('is not %s', (text) =>
    expect(() => loginPlace(text)).toThrow(),
  );
});

it('the nearest place of a repository counts first, by whole parts of its name', () => {
  const places = ['ghcr.io', 'ghcr.io/team', 'ghcr.io/team/app', 'quay.io/team'].map(loginPlace);
  const names = (repository: string | null) => nearestPlaces(places, 'ghcr.io', repository).map(placeName);
  expect(names('team/app')).toEqual(['ghcr.io/team/app', 'ghcr.io/team', 'ghcr.io']);
  expect(names('team/app2')).toEqual(['ghcr.io/team', 'ghcr.io']);
  expect(names('teams/app')).toEqual(['ghcr.io']);
  expect(names(null)).toEqual(['ghcr.io']);
});
