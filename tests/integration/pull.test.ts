import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { Secret, type Credentials } from '../../src/main/credentials/index.js';
import type { EngineService } from '../../src/main/engine/index.js';
import type { RegistryService } from '../../src/main/registry/index.js';
import { FailureError } from '../../src/shared/failure.js';
import { dockerFor } from '../support/engine.js';
import { findFreePort } from '../support/processes.js';
import { failureOf, followTransfer, openCredentials, openEngine, openRegistry } from './parts.js';
import { importImage } from './sample-image.js';

const open = inject('openRegistry');
const guarded = inject('guardedRegistry');
const [[username, password] = ['', '']] = Object.entries(inject('users'));
const prefix = `${inject('namePrefix')}pull`;
const docker = await dockerFor(inject('engineHost'));

let engine: EngineService;
let credentials: Credentials & { readonly home: string };
let registry: RegistryService;

const pull = (reference: string, transfer = followTransfer()) =>
  registry.pull.run({ reference }, transfer.run);

/** Puts an image of `bytes` random bytes under `name` into its registry, and takes it out of the engine. */
async function publish(name: string, bytes = 4096): Promise<string> {
  await importImage(docker, name, [{ name: 'file', content: randomBytes(bytes) }]);
  const id = (await docker(['inspect', '--format', '{{.Id}}', name])).trim();
  const { digest } = await registry.push.run({ image: name, destination: name }, followTransfer().run);
  await docker(['rmi', name]);
  published.push(name);
  expect(id).toMatch(/^sha256:/);
  return digest;
}
const published: string[] = [];

beforeEach(async () => {
  engine = openEngine(inject('engineHost'));
  credentials = await openCredentials({ env: inject('keyringEnv') });
  registry = openRegistry({ engine, credentials });
});
afterEach(async () => {
  for (const name of published.splice(0)) await docker(['rmi', '--force', name]).catch(() => undefined);
  credentials.stop();
  engine.stop();
});

it('a pull gives the digest, and says whether there is something new', async () => {
  const name = `${open}/${prefix}/news:1`;
  const first = await publish(name);
  const transfer = followTransfer();
  expect(await pull(name, transfer)).toMatchObject({
    reference: name,
    digest: first,
    newer: true,
    before: null,
  });
  expect(transfer.state().layers.map(({ state }) => state)).toEqual(['done']);
  expect(await pull(name)).toMatchObject({ reference: name, digest: first, newer: false });

  const second = await publish(name);
  expect(await pull(name)).toMatchObject({ reference: name, digest: second, newer: true });
});

it('a pull by digest gives that very image', async () => {
  const digest = await publish(`${open}/${prefix}/pinned:1`);
  const pinned = `${open}/${prefix}/pinned@${digest}`;
  expect(await pull(pinned)).toMatchObject({ reference: pinned, digest, newer: true });
  await docker(['rmi', pinned]);
});

it('the image that had the name before is told of, and that it is left without one', async () => {
  const name = `${open}/${prefix}/moving:1`;
  await publish(name);
  const second = await publish(name);
  // The engine has another image under the name than the registry.
  await importImage(docker, name, [{ name: 'file', content: randomBytes(64) }]);
  const before = (await docker(['inspect', '--format', '{{.Id}}', name])).trim();
  expect(await pull(name)).toMatchObject({ digest: second, newer: true, before, leftUntagged: true });
  await docker(['rmi', before]);
});

it.runIf(inject('engineIsPrivate'))('a short name is pulled from Docker Hub, as docker would', async () => {
  expect(await pull('alpine:3.20')).toMatchObject({ reference: 'alpine:3.20', newer: false });
});

it('an image or tag that is not there is not found', async () => {
  expect((await failureOf(pull(`${open}/${prefix}/nothing:1`))).code).toBe('not-found');
});

it('a registry that is down is said to be so', async () => {
  const host = `127.0.0.1:${await findFreePort()}`;
  expect((await failureOf(pull(`${host}/${prefix}/x:1`))).code).toBe('registry-unreachable');
});

it('a name that is none is refused', async () => {
  expect((await failureOf(pull('Not A Name'))).code).toBe('invalid-input');
});

it('a registry that wants a login says so, and gives the image with one', async () => {
  const name = `${guarded}/${prefix}/guarded:1`;
  await credentials.keep(guarded, { username, secret: new Secret(password) }, 'session');
  const digest = await publish(name);
  expect((await pull(name)).digest).toBe(digest);
  await credentials.forget(guarded);
  expect(await failureOf(pull(name))).toMatchObject({
    code: 'auth-required',
    title: `Log in to ${guarded}`,
  });
});

it('a keychain that can’t be used is in the way only where a login is needed', async () => {
  const name = `${open}/${prefix}/public:1`;
  await publish(name);
  const locked = new FailureError({
    code: 'keychain-unavailable',
    title: 'The system keyring can’t be used',
    detail: 'It is locked.',
  });
  const withoutKeychain = { ...credentials, authFor: () => Promise.reject(locked) };
  const service = openRegistry({ engine, credentials: withoutKeychain });
  expect((await service.pull.run({ reference: name }, followTransfer().run)).newer).toBe(true);
  const refused = service.pull.run({ reference: `${guarded}/${prefix}/any:1` }, followTransfer().run);
  expect((await failureOf(refused)).code).toBe('keychain-unavailable');
});

it('a pull that is cancelled is cancelled, and leaves no image', async () => {
  const name = `${open}/${prefix}/cancelled:1`;
  await publish(name, 64 * 1024 * 1024);
  const transfer = followTransfer();
  const pulling = failureOf(pull(name, transfer));
  await transfer.until(({ layers }) => layers.some(({ state }) => state === 'pulling'));
  transfer.cancel();
  expect((await pulling).code).toBe('cancelled');
});
