import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import type { Credentials } from '../../src/main/credentials/index.js';
import { watchImages, type ImageWatch } from '../../src/main/images/index.js';
import { type RegistryClients, type RegistryService } from '../../src/main/registry/index.js';
import type { UpdatesProgress } from '../../src/shared/contract/updates.js';
import { startRegistry } from '../support/registry.js';
import { failureOf, followTransfer, openCredentials, openRegistry, useEngine, openClients } from './parts.js';
import { importImage } from './sample-image.js';

const host = inject('openRegistry');
const prefix = `${inject('namePrefix')}updates`;
const { docker, engine } = useEngine();

let credentials: Credentials & { readonly home: string };
let registry: RegistryService;
let clients: RegistryClients;
let watch: ImageWatch;

beforeEach(async () => {
  credentials = await openCredentials({ env: inject('keyringEnv') });
  clients = openClients(engine(), credentials);
  watch = watchImages(
    engine(),
    () => undefined,
    (error) => {
      throw error;
    },
  );
  registry = openRegistry({ engine: engine(), credentials, images: watch.list });
});
afterEach(async () => {
  watch.stop();
  await clients.stop();
  credentials.stop();
  const names = (await docker(['images', '--format', '{{.Repository}}:{{.Tag}}'])).split('\n');
  const own = names.filter((name) => name.includes(prefix) && !name.endsWith('<none>'));
  if (own.length > 0) await docker(['rmi', '--force', ...own]);
});

const push = (image: string, destination: string) =>
  registry.push.run({ image, destination }, followTransfer().run);

async function makeImage(name: string): Promise<void> {
  await importImage(docker, name, [{ name: 'file', content: randomBytes(64) }]);
}

function check(references: readonly string[], abort = new AbortController()) {
  const steps: UpdatesProgress[] = [];
  const report = (step: UpdatesProgress) => void steps.push(step);
  const outcome = registry.updates.check.run(
    { references: [...references] },
    { id: 'check', report, signal: abort.signal },
  );
  return { outcome, steps };
}

const stateOf = async (reference: string) =>
  (await registry.updates.list()).find((known) => known.reference === reference)?.state;

it('a tag that somebody else moved has a newer image, until that is pulled', async () => {
  const name = `${host}/${prefix}/moved:1`;
  await makeImage(name);
  await push(name, name);
  expect(await check([name]).outcome).toEqual({ checked: 1, newer: [], local: 0, problems: [] });
  expect(await stateOf(name)).toBe('current');

  const client = clients.of(host);
  await makeImage(`${host}/${prefix}/moved:2`);
  await push(`${host}/${prefix}/moved:2`, `${host}/${prefix}/moved:2`);
  const other = await client.manifest(`${prefix}/moved`, '2');
  await client.putManifest(`${prefix}/moved`, '1', other);
  const { outcome, steps } = check([name]);
  expect(await outcome).toMatchObject({ checked: 1, newer: [name] });
  expect(steps.at(-1)).toEqual({ checked: 1, total: 1 });
  expect(await stateOf(name)).toBe('newer');

  await registry.pull.run({ reference: name }, followTransfer().run);
  await expect.poll(async () => (await check([name]).outcome).newer).toEqual([]);
});

it('an index around the same image is nothing newer', async () => {
  const name = `${host}/${prefix}/wrapped:1`;
  await makeImage(name);
  await push(name, name);
  const client = clients.of(host);
  const { digest, mediaType, size } = await client.manifest(`${prefix}/wrapped`, '1');
  const type = 'application/vnd.docker.distribution.manifest.list.v2+json';
  const platform = { os: 'linux', architecture: 'amd64' };
  const index = { schemaVersion: 2, mediaType: type, manifests: [{ mediaType, digest, size, platform }] };
  await client.putManifest(`${prefix}/wrapped`, '1', {
    mediaType: type,
    bytes: Buffer.from(JSON.stringify(index)),
  });
  expect((await check([name]).outcome).newer).toEqual([]);
});

it('an image of no registry is no error, and a tag that is gone is known to be', async () => {
  const local = `${prefix}-local:1`;
  await makeImage(local);
  const gone = `${host}/${prefix}/gone:1`;
  await makeImage(gone);
  const { digest } = await push(gone, gone);
  await clients.of(host).deleteManifest(`${prefix}/gone`, digest);
  expect(await check([local, gone]).outcome).toEqual({ checked: 1, newer: [], local: 1, problems: [] });
  expect(await stateOf(gone)).toBe('gone');
  expect(await stateOf(local)).toBeUndefined();
});

it('a registry that is down is left after the first question, and the others are asked', async () => {
  const other = await startRegistry();
  const down = ['1', '2', '3'].map((tag) => `${other.host}/${prefix}/down:${tag}`);
  for (const name of down) {
    await makeImage(name);
    await push(name, name);
  }
  await other.stop();
  const up = `${host}/${prefix}/up:1`;
  await makeImage(up);
  await push(up, up);
  const { outcome, steps } = check([...down, up]);
  expect(await outcome).toMatchObject({ checked: 1, problems: [{ of: other.host, left: 3 }] });
  expect(steps.at(-1)).toEqual({ checked: 4, total: 4 });
});

it('what was answered is known to a Strata that starts later, and a cancelled check is cancelled', async () => {
  const name = `${host}/${prefix}/kept:1`;
  await makeImage(name);
  await push(name, name);
  await check([name]).outcome;
  const later = openRegistry({ engine: engine(), credentials, images: watch.list });
  expect(await later.updates.list()).toMatchObject([{ reference: name, state: 'current' }]);

  const abort = new AbortController();
  abort.abort();
  expect((await failureOf(check([name], abort).outcome)).code).toBe('cancelled');
});
