import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { createBrowse, type RegistryClients } from '../../src/main/registry/index.js';
import { failureOf, useEngine, openClients } from './parts.js';
import { importImage } from './sample-image.js';

const registry = inject('openRegistry');
const guarded = inject('guardedRegistry');
const prefix = `${inject('namePrefix')}browse`;
const { docker, engine } = useEngine();

let clients: RegistryClients;
let browse: ReturnType<typeof createBrowse>;

beforeEach(() => {
  clients = openClients(engine());
  browse = createBrowse(clients.of);
});
afterEach(() => clients.stop());

/** Pushes an image of one random file under each of `tags`, and takes it out of the engine. */
async function publish(repository: string, ...tags: string[]): Promise<string> {
  const names = tags.map((tag) => `${registry}/${repository}:${tag}`);
  const [first = ''] = names;
  await importImage(docker, first, [{ name: 'file', content: randomBytes(20_000) }]);
  for (const name of names) {
    await docker(['tag', first, name]);
    await docker(['push', name]);
  }
  await docker(['rmi', '--force', ...names]);
  return (await browse.tag({ registry, repository, tag: tags[0]! })).digest;
}

it('repositories and tags are listed, and a tag is told without a pull', async () => {
  const repository = `${prefix}/listed`;
  const digest = await publish(repository, '1', 'stable');
  const names: string[] = [];
  let after: string | undefined;
  do {
    const page = await browse.list({ registry, after });
    names.push(...page.names);
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(names).toContain(repository);
  expect([...(await browse.tags({ registry, repository })).names].sort()).toEqual(['1', 'stable']);
  const tag = await browse.tag({ registry, repository, tag: 'stable' });
  expect(tag).toMatchObject({ digest, platforms: ['linux/amd64'] });
  expect(tag.size).toBeGreaterThan(20_000);
  expect(tag.created).toBeGreaterThan(0);
});

it('an image is told as the engine tells of its own: layers, settings, platforms', async () => {
  const repository = `${prefix}/image`;
  const digest = await publish(repository, '1');
  const { mediaType, size } = await clients.of(registry).manifest(repository, '1');
  const type = 'application/vnd.oci.image.index.v1+json';
  const child = { mediaType, digest, size };
  const manifests = [
    { ...child, platform: { os: 'linux', architecture: 'arm64', variant: 'v8' } },
    { ...child, platform: { os: 'unknown', architecture: 'unknown' } },
  ];
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: type, manifests }));
  const index = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  await clients.of(registry).putManifest(repository, 'many', { mediaType: type, bytes });

  const image = await browse.image({ registry, repository, reference: 'many' });
  expect(image).toMatchObject({ reference: `${registry}/${repository}:many`, tag: { digest: index } });
  expect(image.tag.platforms).toEqual(['linux/arm64/v8']);
  expect(image.detail.steps.filter(({ diffId }) => diffId !== null)).toHaveLength(1);
  const wrong = browse.image({ registry, repository, reference: 'many', platform: 'linux/s390x' });
  expect((await failureOf(wrong)).code).toBe('not-found');
});

it('a tag is moved only from what it was said to stand for', async () => {
  const repository = `${prefix}/moved`;
  const first = await publish(repository, '1');
  const second = await publish(repository, '2');
  await browse.copyTag({ registry, repository, from: '1', to: 'stable', replaces: null });
  const blind = browse.copyTag({ registry, repository, from: '2', to: 'stable', replaces: null });
  expect((await failureOf(blind)).code).toBe('conflict');
  expect(await browse.copyTag({ registry, repository, from: '2', to: 'stable', replaces: first })).toEqual({
    digest: second,
  });
  expect((await browse.tag({ registry, repository, tag: 'stable' })).digest).toBe(second);
});

it('what is deleted takes its tags with it, all of them told before', async () => {
  const repository = `${prefix}/deleted`;
  const digest = await publish(repository, '1', 'latest');
  await publish(repository, 'other');
  const preview = await browse.deletePreview({ registry, repository, tag: '1' });
  expect(preview).toEqual({ digest, tags: ['1', 'latest'], isPartial: false });
  const fewer = browse.delete({ registry, repository, digest, tags: ['1'] });
  expect((await failureOf(fewer)).code).toBe('conflict');
  await browse.delete({ registry, repository, digest, tags: [...preview.tags] });
  expect((await failureOf(browse.tag({ registry, repository, tag: 'latest' }))).code).toBe('not-found');
  expect((await browse.tag({ registry, repository, tag: 'other' })).platforms).toHaveLength(1);
});

it('a registry that wants a login says so', async () => {
  expect((await failureOf(browse.list({ registry: guarded }))).code).toBe('auth-required');
});
