import { describe, expect, it } from 'vitest';
import { choicesFor, knownRepositories, MOST_CHOICES, repositoryOf } from './name-choices.js';

describe('the repository whose tag is typed', () => {
  it('is what stands before the colon, not a registry’s port', () => {
    expect(repositoryOf('alpine:3')).toBe('alpine');
    expect(repositoryOf('localhost:5000/team/app:')).toBe('localhost:5000/team/app');
    expect(repositoryOf('localhost:5000/team/app')).toBeNull();
    expect(repositoryOf('docker.io/library/alpine:')).toBe('alpine');
  });

  it('is none where the name is none, or has a digest', () => {
    expect(repositoryOf('Not A Name:')).toBeNull();
    expect(repositoryOf('alpine@sha256:')).toBeNull();
  });
});

describe('what a name can be completed to', () => {
  const repositories = knownRepositories(
    ['ghcr.io/team/app:1', 'alpine:3.20', 'alpine:3.19'],
    [{ registry: 'docker.io' }, { registry: 'ghcr.io' }],
  );

  it('is a repository known here, or a registry with a login', () => {
    expect(choicesFor('a', { repositories, tags: [] })).toEqual(['alpine', 'ghcr.io/team/app']);
    expect(choicesFor('ghc', { repositories, tags: [] })).toEqual(['ghcr.io/team/app', 'ghcr.io/']);
  });

  it('is a tag that begins as typed, written behind the name as it was typed', () => {
    const tags = ['latest', '3.20', '3.19', 'edge'];
    expect(choicesFor('docker.io/alpine:3', { repositories, tags })).toEqual([
      'docker.io/alpine:3.20',
      'docker.io/alpine:3.19',
    ]);
    expect(choicesFor('alpine:', { repositories, tags })).toHaveLength(4);
    expect(choicesFor('alpine:edge', { repositories, tags })).toEqual([]);
  });

  it('is never more than can be read', () => {
    const tags = Array.from({ length: 20_000 }, (_, at) => `1.${at}`);
    expect(choicesFor('alpine:', { repositories, tags })).toHaveLength(MOST_CHOICES);
  });
});
