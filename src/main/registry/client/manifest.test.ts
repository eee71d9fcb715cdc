import { describe, expect, it } from 'vitest';
import { digestOf, parseManifest } from './manifest.js';

const OCI = 'application/vnd.oci.image.manifest.v1+json';
const DOCKER_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json';
const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
const config = { mediaType: 'application/vnd.oci.image.config.v1+json', digest: digest('1'), size: 3 };
const layer = { mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: digest('2'), size: 5 };
const parse = (value: unknown, declared = OCI) =>
  parseManifest(Buffer.from(JSON.stringify(value)), declared, '');

it('an image and an index are told apart by what they hold, with or without a type of their own', () => {
  expect(parse({ schemaVersion: 2, config, layers: [layer] })).toMatchObject({
    kind: 'image',
    mediaType: OCI,
    config,
    layers: [layer],
  });
  const platform = { os: 'linux', architecture: 'arm', variant: 'v7' };
  const child = { mediaType: OCI, digest: digest('3'), size: 7, platform };
  expect(parse({ schemaVersion: 2, manifests: [child] }, `${DOCKER_LIST}; charset=utf-8`)).toMatchObject({
    kind: 'index',
    mediaType: DOCKER_LIST,
    manifests: [child],
  });
});

describe('is no manifest:', () => {
  it.each<[string, unknown]>([
    ['schema 1', { schemaVersion: 1, name: 'a', fsLayers: [{ blobSum: digest('1') }] }],
    ['both kinds at once', { config, layers: [layer], manifests: [] }],
    ['an index that calls itself an image', { mediaType: OCI, manifests: [] }],
    ['a digest that is none', { config: { ...config, digest: 'sha256:../../etc' }, layers: [] }],
    ['a size below zero', { config, layers: [{ ...layer, size: -1 }] }],
    ['a size that no number holds', { config, layers: [{ ...layer, size: 2 ** 60 }] }],
    ['a list', []],
  ])('%s', (_name, value) => expect(parse(value)).toBeNull());
});

it('a digest is of the algorithm that was asked for', () => {
  const bytes = Buffer.from('abc');
  expect(digestOf(bytes)).toBe('sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(digestOf(bytes, `sha512:${'0'.repeat(128)}`)).toMatch(/^sha512:ddaf35a1/);
});
