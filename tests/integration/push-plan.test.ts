import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, inject, it, onTestFinished } from 'vitest';
import { openDrafts } from '../../src/main/files/index.js';
import type { Credentials } from '../../src/main/credentials/index.js';
import { createLayerFiles, createLayerReading } from '../../src/main/layers/index.js';
import type { RegistryService } from '../../src/main/registry/index.js';
import type { PushPlan, PushPlanUpdate } from '../../src/shared/contract/push.js';
import { startCountingProxy, type CountingProxy } from '../support/counting-proxy.js';
import { layersHere, noRegistry } from '../support/layers.js';
import { makeFolder } from '../support/processes.js';
import { followTransfer, openCredentials, openRegistry, useEngine, onDamaged } from './parts.js';

const prefix = `${inject('namePrefix')}plan`;
const guarded = inject('guardedRegistry');
const { docker, engine } = useEngine();

let credentials: Credentials & { readonly home: string };
let registry: RegistryService;
let proxy: CountingProxy;

beforeEach(async () => {
  credentials = await openCredentials({ env: inject('keyringEnv') });
  const home = await makeFolder('home');
  const reading = createLayerReading(home, layersHere, onDamaged);
  const files = createLayerFiles({
    engine: engine(),
    reading,
    drafts: openDrafts(home, Date.now()),
    registryClient: noRegistry,
    chooseTarget: () => Promise.resolve(null),
  });
  registry = openRegistry({ engine: engine(), credentials, weigh: files.weigh });
  proxy = await startCountingProxy(inject('openRegistry'));
  onTestFinished(async () => {
    reading.stop();
    await rm(home, { recursive: true, force: true });
  });
});
afterEach(async () => {
  await proxy.stop();
  await credentials.forget();
  credentials.stop();
  const names = (await docker(['images', '--format', '{{.Repository}}:{{.Tag}}'])).split('\n');
  const own = names.filter((name) => name.includes(prefix) && !name.endsWith('<none>'));
  if (own.length > 0) await docker(['rmi', '--force', ...own]);
});

/** All plans, the last of which counts no more; or why there is none. */
function plansFor(image: string, destination: string): Promise<readonly PushPlanUpdate[]> {
  const updates: PushPlanUpdate[] = [];
  return new Promise((resolve, reject) => {
    registry
      .plan({ image, destination }, (update) => {
        updates.push(update);
        if (update.type === 'failed' || !update.plan.isCounting) resolve(updates);
      })
      .catch(reject);
  });
}

async function planFor(image: string, destination: string): Promise<PushPlan> {
  const last = (await plansFor(image, destination)).at(-1);
  if (last?.type !== 'plan') throw new Error(JSON.stringify(last));
  return last.plan;
}

const push = (image: string, destination: string) =>
  registry.push.run({ image, destination }, followTransfer().run);

/** Text, programs and noise, so that nothing compresses as anything else does. */
async function build(name: string, steps: string): Promise<string> {
  const reference = `${prefix}-${name}`;
  await docker(['build', '--quiet', '--tag', reference, '-'], {
    input: `FROM alpine:3.20\n${steps}\n`,
    env: { DOCKER_BUILDKIT: '1' },
  });
  return reference;
}

const noise = (file: string, kilobytes: number): string =>
  `RUN dd if=/dev/urandom of=/${file} bs=1024 count=${kilobytes}`;
const text = (file: string): string =>
  `RUN i=0; while [ $i -lt 20000 ]; do echo "line $i of $((i * 7919 % 10007)) things"; i=$((i + 1)); done > /${file}`;
const programs = (file: string): string =>
  `RUN for i in 1 2 3; do cat /bin/busybox /bin/busybox; done > /${file}`;

/** What was announced is within 5 % of what the registry received. */
function expectNear(announced: number, received: number): void {
  expect(
    Math.abs(announced - received) / received,
    `${announced} announced, ${received} received`,
  ).toBeLessThan(0.05);
}

describe('the bytes that are announced are those that the registry receives', () => {
  it('when it has nothing of the image', async () => {
    const image = await build('none', [noise('a', 3000), text('b'), programs('c')].join('\n'));
    const destination = `${proxy.host}/${prefix}/none:1`;
    const plan = await planFor(image, destination);
    expect(plan.layers.every(({ fate }) => fate === 'send')).toBe(true);
    expect(plan.now).toBeNull();
    proxy.reset();
    await push(image, destination);
    expectNear(plan.bytes, proxy.received());
  });

  it('when it has some layers: in the repository, or in another one', async () => {
    const base = await build('base', [noise('a', 2000), text('b')].join('\n'));
    await push(base, `${proxy.host}/${prefix}/base:1`);
    const image = await build('some', [noise('a', 2000), text('b'), noise('c', 500)].join('\n'));
    // Built with the cache, the lower layers are the very same.
    const destination = `${proxy.host}/${prefix}/some:1`;
    const mounted = await planFor(image, destination);
    expect(mounted.layers.map(({ fate }) => fate)).toEqual(['mount', 'mount', 'mount', 'send']);
    expect(mounted.layers[0]?.from).toBe(`${prefix}/base`);
    proxy.reset();
    await push(image, destination);
    expectNear(mounted.bytes, proxy.received());

    const more = await build(
      'more',
      [noise('a', 2000), text('b'), noise('c', 500), noise('d', 700)].join('\n'),
    );
    const plan = await planFor(more, `${proxy.host}/${prefix}/some:2`);
    expect(plan.layers.map(({ fate }) => fate)).toEqual(['exists', 'exists', 'exists', 'exists', 'send']);
    proxy.reset();
    await push(more, `${proxy.host}/${prefix}/some:2`);
    expectNear(plan.bytes, proxy.received());
  });

  it('when it has all of them, and says that the tag is this image already', async () => {
    const image = await build('all', noise('a', 1000));
    const destination = `${proxy.host}/${prefix}/all:1`;
    const { digest } = await push(image, destination);
    const updates = await plansFor(image, destination);
    // Nothing has to be counted for that.
    expect(updates).toHaveLength(1);
    const plan = await planFor(image, destination);
    expect(plan.now).toEqual({ digest, isSame: true });
    proxy.reset();
    await push(image, destination);
    expectNear(plan.bytes, proxy.received());
  });

  it('when another program pushed the layers that are there', async () => {
    const image = await build('cli', noise('a', 1500));
    const destination = `${proxy.host}/${prefix}/cli:1`;
    await docker(['tag', image, destination]);
    await docker(['push', destination]);
    const plan = await planFor(image, `${proxy.host}/${prefix}/cli:2`);
    expect(plan.layers.every(({ fate }) => fate === 'exists')).toBe(true);
    proxy.reset();
    await push(image, `${proxy.host}/${prefix}/cli:2`);
    expectNear(plan.bytes, proxy.received());
  });
});

it('a tag that stands for another image is said before it is moved', async () => {
  const [one, two] = [await build('one', noise('a', 10)), await build('two', noise('b', 10))];
  const destination = `${proxy.host}/${prefix}/moved:1`;
  const { digest, registry: said } = await push(one, destination);
  expect(said).toBe('confirmed');
  expect((await planFor(two, destination)).now).toEqual({ digest, isSame: false });
});

it('a registry that can’t be asked is no plan, and says why', async () => {
  const image = await build('asked', noise('a', 10));
  const [update] = await plansFor(image, `${guarded}/${prefix}/asked:1`);
  expect(update).toMatchObject({ type: 'failed', failure: { code: 'auth-required' } });
});

it('a registry that isn’t there is said', async () => {
  const image = await build('gone', noise('a', 10));
  await proxy.stop();
  const [update] = await plansFor(image, `${proxy.host}/${prefix}/gone:1`);
  expect(update).toMatchObject({ type: 'failed', failure: { code: 'registry-unreachable' } });
});
