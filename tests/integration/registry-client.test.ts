import { createHash, randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { Secret, type Credentials } from '../../src/main/credentials/index.js';
import { type ImageManifest, type RegistryClients } from '../../src/main/registry/index.js';
import { dockerFor } from '../support/engine.js';
import {
  failureOf,
  followTransfer,
  openCredentials,
  openEngine,
  openRegistry,
  openClients,
} from './parts.js';
import { importImage } from './sample-image.js';

const open = inject('openRegistry');
const guarded = inject('guardedRegistry');
const [[username, password] = ['', '']] = Object.entries(inject('users'));
const prefix = `${inject('namePrefix')}client`;
const docker = await dockerFor(inject('engineHost'));
const engine = openEngine(inject('engineHost'));
const ends: (() => unknown)[] = [];

let credentials: Credentials & { readonly home: string };
let clients: RegistryClients;

beforeEach(async () => {
  credentials = await openCredentials({ env: inject('keyringEnv') });
  clients = openClients(engine, credentials);
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  await credentials.forget();
  credentials.stop();
  await clients.stop();
  engine.stop();
});

const logIn = () => credentials.keep(guarded, { username, secret: new Secret(password) }, 'session');

/** Pushes an image of one random file, and gives what the engine knows of it. */
async function publish(name: string) {
  await importImage(docker, name, [{ name: 'file', content: randomBytes(50_000) }]);
  ends.push(() => docker(['rmi', '--force', name]));
  const { digest } = await openRegistry({ engine, credentials }).push.run(
    { image: name, destination: name },
    followTransfer().run,
  );
  const diffIds = JSON.parse(
    await docker(['inspect', '--format', '{{json .RootFS.Layers}}', name]),
  ) as string[];
  return { digest, diffIds };
}

async function imageOf(host: string, repository: string, reference: string): Promise<ImageManifest> {
  const manifest = await clients.of(host).manifest(repository, reference);
  if (manifest.kind !== 'image') throw new Error('an index');
  return manifest;
}

it('what was pushed is there as the engine has it: digest, settings, and layers byte for byte', async () => {
  const repository = `${prefix}/app`;
  const { digest, diffIds } = await publish(`${open}/${repository}:1`);
  const client = clients.of(open);
  expect(await client.resolve(repository, '1')).toMatchObject({ digest });
  expect(await client.resolve(repository, '2')).toBeNull();

  const manifest = await imageOf(open, repository, '1');
  expect(manifest.digest).toBe(digest);
  const config = await client.config(repository, manifest);
  expect(config).toMatchObject({ os: 'linux', diffIds });

  const [layer] = manifest.layers;
  expect(await client.blobSize(repository, layer!.digest)).toBe(layer!.size);
  const bytes = await buffer(await client.blob(repository, layer!.digest));
  expect(bytes).toHaveLength(layer!.size);
  expect(`sha256:${createHash('sha256').update(gunzipSync(bytes)).digest('hex')}`).toBe(diffIds[0]);
  const end = await buffer(await client.blob(repository, layer!.digest, { offset: layer!.size - 10 }));
  expect(end).toEqual(bytes.subarray(-10));
});

it('a tag is moved by writing its manifest under another, and what is deleted goes with all its tags', async () => {
  const repository = `${prefix}/moved`;
  const { digest } = await publish(`${open}/${repository}:1`);
  const client = clients.of(open);
  expect(await client.putManifest(repository, 'stable', await client.manifest(repository, '1'))).toBe(digest);
  expect([...(await client.tags(repository)).items].sort()).toEqual(['1', 'stable']);
  await client.deleteManifest(repository, digest);
  expect(await client.resolve(repository, 'stable')).toBeNull();
  expect(await client.resolve(repository, '1')).toBeNull();
});

it('repositories come in pages, each once', async () => {
  for (const name of ['a', 'b', 'c']) await publish(`${open}/${prefix}/pages-${name}:1`);
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await clients.of(open).repositories({ size: 2, ...(after === undefined ? {} : { after }) });
    expect(page.items.length).toBeLessThanOrEqual(2);
    seen.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual(expect.arrayContaining(['a', 'b', 'c'].map((name) => `${prefix}/pages-${name}`)));
});

it('a registry that wants a login says so, takes the right one, and not the one that was erased', async () => {
  const repository = `${prefix}/guarded`;
  expect((await failureOf(clients.of(guarded).tags(repository))).code).toBe('auth-required');

  await logIn();
  clients.forget(guarded);
  const { digest } = await publish(`${guarded}/${repository}:1`);
  expect(await clients.of(guarded).resolve(repository, '1')).toMatchObject({ digest });

  await credentials.forget(guarded);
  clients.forget(guarded);
  expect((await failureOf(clients.of(guarded).tags(repository))).code).toBe('auth-required');
});
