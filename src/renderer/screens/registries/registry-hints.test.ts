import { expect, it } from 'vitest';
import { offeredRegistries, registryHint, helperHint } from './registry-hints.js';

it('knows every registry that it offers', () => {
  for (const address of offeredRegistries) expect(registryHint(address)).not.toBeNull();
});

it('knows the big clouds by the form of their addresses', () => {
  expect(registryHint('123456789012.dkr.ecr.eu-west-1.amazonaws.com')?.username).toBe('AWS');
  expect(registryHint('europe-docker.pkg.dev')?.username).toBe('oauth2accesstoken');
  expect(registryHint('acme.azurecr.io')?.name).toBe('Azure Container Registry');
});

it('reads what was typed as a person means it', () => {
  expect(registryHint(' Docker.IO ')?.name).toBe('Docker Hub');
  expect(registryHint('localhost:5000')?.name).toBe('This computer');
});

it('claims nothing about a look-alike or an unknown host', () => {
  expect(registryHint('docker.io.example.com')).toBeNull();
  expect(registryHint('registry.example.com')).toBeNull();
  expect(registryHint('')).toBeNull();
});

it('a registry’s path takes nothing from what is known of it', () =>
  expect(registryHint('ghcr.io/team')?.name).toBe('GitHub'));

it('a helper is named where it is installed, and fits', () => {
  const ecr = '1234.dkr.ecr.eu-west-1.amazonaws.com';
  expect(helperHint(ecr, ['gcloud', 'ecr-login'])).toContain('docker-credential-ecr-login is installed');
  expect(helperHint(ecr, ['gcloud'])).toBeNull();
  expect(helperHint('ghcr.io', ['gcloud', 'ecr-login'])).toBeNull();
});
