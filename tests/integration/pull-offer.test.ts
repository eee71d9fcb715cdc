import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Credentials } from '../../src/main/credentials/index.js';
import { createImages, watchImages, type ImageWatch } from '../../src/main/images/index.js';
import { type RegistryClients } from '../../src/main/registry/index.js';
import type { RegistryService } from '../../src/main/registry/index.js';
import type { PullOffer, PullOfferUpdate, PullTagsUpdate } from '../../src/shared/contract/pulls.js';
import { failureOf, followTransfer, openCredentials, openRegistry, useEngine, openClients } from './parts.js';
import { importImage } from './sample-image.js';

const open = inject('openRegistry');
const guarded = inject('guardedRegistry');
const prefix = `${inject('namePrefix')}offer`;
const repository = `${prefix}/app`;
const { docker, engine } = useEngine();

let credentials: Credentials & { readonly home: string };
let registry: RegistryService;
let clients: RegistryClients;
let watch: ImageWatch;

beforeAll(async () => {
  credentials = await openCredentials({ env: inject('keyringEnv') });
  clients = openClients(engine(), credentials);
  watch = watchImages(
    engine(),
    () => undefined,
    (error) => {
      throw error;
    },
  );
  const { layersHere } = createImages({ engine: engine(), list: watch.list });
  registry = openRegistry({ engine: engine(), credentials, layersHere });
});
afterAll(async () => {
  watch.stop();
  await clients.stop();
  credentials.stop();
  const names = (await docker(['images', '--format', '{{.Repository}}:{{.Tag}}'])).split('\n');
  const own = names.filter((name) => name.includes(prefix) && !name.endsWith('<none>'));
  if (own.length > 0) await docker(['rmi', '--force', ...own]);
});

function offerFor(reference: string, platform?: string): Promise<PullOfferUpdate> {
  return new Promise((resolve, reject) => {
    registry.pulls
      .offer({ reference, ...(platform === undefined ? {} : { platform }) }, resolve)
      .catch(reject);
  });
}

async function offered(reference: string, platform?: string): Promise<PullOffer> {
  const update = await offerFor(reference, platform);
  if (update.type !== 'offer') throw new Error(JSON.stringify(update));
  return update.offer;
}

function tagsOf(reference: string): Promise<readonly PullTagsUpdate[]> {
  const updates: PullTagsUpdate[] = [];
  return new Promise((resolve, reject) => {
    registry.pulls
      .tags({ reference }, (update) => {
        updates.push(update);
        if (update.type !== 'tags') resolve(updates);
      })
      .catch(reject);
  });
}

const pull = (reference: string, platform?: string) =>
  registry.pull.run({ reference, ...(platform === undefined ? {} : { platform }) }, followTransfer().run);

/** An image of the engine's own under `name`, in the registry. It stays here. */
async function publish(name: string): Promise<void> {
  await importImage(docker, name, [{ name: 'file', content: randomBytes(4096) }]);
  await registry.push.run({ image: name, destination: name }, followTransfer().run);
}

/** `name` in the registry becomes an index of the image `from` for the platforms. */
async function publishIndex(tag: string, from: string, platforms: readonly string[]): Promise<string> {
  const client = clients.of(open);
  const { digest, mediaType, size } = await client.manifest(repository, from);
  const manifests = platforms.map((platform) => {
    const [os, architecture, variant] = platform.split('/');
    return { mediaType, digest, size, platform: { os, architecture, ...(variant ? { variant } : {}) } };
  });
  const index = {
    schemaVersion: 2,
    mediaType: 'application/vnd.docker.distribution.manifest.list.v2+json',
    manifests,
  };
  return client.putManifest(repository, tag, {
    mediaType: index.mediaType,
    bytes: Buffer.from(JSON.stringify(index)),
  });
}

const name = `${open}/${repository}:1`;

describe('before a pull', () => {
  it('how much is to fetch is known, and that nothing is when the image is here', async () => {
    await publish(name);
    const here = await offered(name);
    expect(here).toMatchObject({ reference: name, image: { missing: 0 } });
    expect(here.now?.isSame).toBe(true);

    await docker(['rmi', name]);
    await watch.list();
    const gone = await offered(name);
    expect(gone.now).toBeNull();
    expect(gone.image?.missing).toBeGreaterThan(4000);
    expect(gone.image?.missing).toBe(gone.image?.bytes);
  });

  it('the platforms of an index are told, with the one that the engine takes', async () => {
    await publish(name);
    const own = (await offered(name)).engine;
    const digest = await publishIndex('many', '1', ['linux/s390x', own, 'linux/arm/v7']);
    const offer = await offered(`${open}/${repository}:many`);
    expect(offer.digest).toBe(digest);
    expect(offer.platforms).toEqual([
      { name: 'linux/s390x', isEngines: false },
      { name: own, isEngines: true },
      { name: 'linux/arm/v7', isEngines: false },
    ]);
    expect(offer.image?.platform).toBe(own);
    expect((await offered(`${open}/${repository}:many`, 'linux/s390x')).image?.platform).toBe('linux/s390x');
  });

  it('an image that isn’t for this engine’s platform is said to be none, and one for it is pulled', async () => {
    await publish(name);
    await publishIndex('other', '1', ['linux/s390x']);
    const other = `${open}/${repository}:other`;
    expect((await offered(other)).image).toBeNull();
    expect((await failureOf(pull(other))).code).toBe('not-found');
    expect(await pull(other, 'linux/s390x')).toMatchObject({ reference: other, newer: true });
  });

  it('the tags are listed', async () => {
    await publish(name);
    const updates = await tagsOf(`${open}/${repository}`);
    expect(updates.flatMap((update) => (update.type === 'tags' ? update.tags : []))).toContain('1');
    expect(updates.at(-1)).toEqual({ type: 'end', isAll: true });
  });

  it('a registry that refuses, and a name that isn’t there, are said', async () => {
    expect(await tagsOf(`${guarded}/${prefix}/secret`)).toMatchObject([
      { type: 'failed', failure: { code: 'auth-required' } },
    ]);
    expect(await offerFor(`${open}/${prefix}/nothing:1`)).toMatchObject({
      type: 'failed',
      failure: { code: 'not-found' },
    });
  });
});
