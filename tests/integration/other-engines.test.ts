/** Engines of other times: what they answer is read, and what they don't is not made up. */
import { afterEach, describe, expect, it } from 'vitest';
import { createDisk } from '../../src/main/disk/index.js';
import type { EngineService } from '../../src/main/engine/index.js';
import { createImages, watchImages } from '../../src/main/images/index.js';
import { startScriptedEngine, type Script, type ScriptedEngine } from '../support/scripted-engine.js';
import { openEngine } from './parts.js';

const id = (letter: string): string => `sha256:${letter.repeat(64)}`;
const descriptor = (digest: string) => ({
  mediaType: 'application/vnd.oci.image.index.v1+json',
  digest,
  size: 1609,
});
const forPlatform = (architecture: string, available: boolean) => ({
  ID: id(architecture === 'amd64' ? '1' : '2'),
  Descriptor: descriptor(id('1')),
  Available: available,
  Size: { Content: 3_000_000, Total: 11_000_000 },
  Kind: 'image',
  ImageData: { Platform: { os: 'linux', architecture }, Containers: [], Size: { Unpacked: 8_000_000 } },
});
const attestation = {
  ID: id('3'),
  Descriptor: descriptor(id('3')),
  Available: true,
  Size: { Content: 4_000, Total: 4_000 },
  Kind: 'attestation',
  AttestationData: { For: id('1') },
};

/** 29.0: refuses clients below 1.44, leaves out what is empty, keeps images as containerd does: by the index's digest. */
const containerd: Script = {
  version: '29.0.2',
  api: { newest: '1.52', oldest: '1.44' },
  answers: {
    '/images/json': [
      {
        Id: id('a'),
        RepoTags: ['alpine:3.22'],
        RepoDigests: [`alpine@${id('a')}`],
        Created: 1_760_000_000,
        Size: 11_000_000,
        SharedSize: 3_000_000,
        Containers: 0,
        Descriptor: descriptor(id('a')),
        Manifests: [forPlatform('amd64', true), forPlatform('arm64', false), attestation],
      },
    ],
    [`/images/${id('a')}/json`]: {
      Id: id('a'),
      RepoTags: ['alpine:3.22'],
      RepoDigests: [`alpine@${id('a')}`],
      Created: '2025-10-09T08:53:20Z',
      Size: 11_000_000,
      Os: 'linux',
      Architecture: 'amd64',
      RootFS: { Type: 'layers', Layers: [id('c'), id('d')] },
      // What is empty is left out since API 1.50: Cmd alone is set.
      Config: { Cmd: ['/bin/sh'] },
      Descriptor: descriptor(id('a')),
    },
    [`/images/${id('a')}/history`]: [
      {
        Id: '<missing>',
        Created: 1_760_000_000,
        CreatedBy: 'CMD ["/bin/sh"]',
        Size: 0,
        Comment: 'buildkit.dockerfile.v0',
      },
      {
        Id: '<missing>',
        Created: 1_760_000_000,
        CreatedBy: 'COPY a /a # buildkit',
        Size: 1_000,
        Comment: 'buildkit.dockerfile.v0',
      },
      {
        Id: '<missing>',
        Created: 1_760_000_000,
        CreatedBy: 'ADD rootfs / # buildkit',
        Size: 8_000_000,
        Comment: 'buildkit.dockerfile.v0',
      },
    ],
    // API 1.52: a level deeper than before.
    '/system/df': {
      ImagesDiskUsage: { TotalSize: 11_000_000, Items: [] },
      ContainersDiskUsage: {
        TotalSize: 12,
        Items: [{ Id: 'f'.repeat(64), Names: ['/web'], ImageID: id('a'), SizeRw: 12, State: 'running' }],
      },
      VolumesDiskUsage: { TotalSize: 0, Items: [] },
      BuildCacheDiskUsage: {
        TotalSize: 2_000,
        Items: [
          {
            ID: 'x1',
            Parents: [],
            Type: 'regular',
            Description: 'COPY a /a',
            InUse: false,
            Shared: false,
            Size: 2_000,
            CreatedAt: '2025-10-09T08:53:20Z',
            LastUsedAt: null,
          },
        ],
      },
    },
    '/containers/json': [{ Id: 'f'.repeat(64), Names: ['/web'], ImageID: id('a') }],
  },
};

/** 18.06: before BuildKit, with null where there is nothing. */
const old: Script = {
  version: '18.06.3-ce',
  api: { newest: '1.38', oldest: '1.12' },
  answers: {
    '/images/json': [
      {
        Id: id('b'),
        RepoTags: null,
        RepoDigests: null,
        Created: 1_530_000_000,
        Size: 4_000,
        VirtualSize: 4_000,
        SharedSize: -1,
        Labels: null,
      },
    ],
    [`/images/${id('b')}/json`]: {
      Id: id('b'),
      RepoTags: [],
      RepoDigests: [],
      Created: '2018-06-26T08:00:00.123Z',
      Size: 4_000,
      VirtualSize: 4_000,
      Os: 'linux',
      Architecture: 'amd64',
      Author: '',
      RootFS: { Type: 'layers', Layers: [id('e')] },
      Config: {
        Cmd: null,
        Entrypoint: null,
        Env: null,
        Labels: null,
        ExposedPorts: null,
        Volumes: null,
        OnBuild: null,
      },
    },
    [`/images/${id('b')}/history`]: [
      {
        Id: id('b'),
        Created: 1_530_000_000,
        CreatedBy: '/bin/sh -c #(nop) COPY file:1 in / ',
        Size: 4_000,
        Comment: '',
        Tags: null,
      },
    ],
    '/system/df': { LayersSize: 4_000, Images: [], Containers: null, Volumes: null, BuilderSize: 0 },
    '/containers/json': [],
  },
};

const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

async function connect(script: Script): Promise<{ engine: EngineService; scripted: ScriptedEngine }> {
  const scripted = await startScriptedEngine(script);
  ending.push(() => scripted.stop());
  const engine = openEngine(scripted.host);
  ending.push(() => engine.stop());
  await engine.reconnect();
  return { engine, scripted };
}

function imagesOf(engine: EngineService): ReturnType<typeof createImages> {
  const watch = watchImages(
    engine,
    () => undefined,
    (error) => {
      throw error;
    },
  );
  ending.push(() => watch.stop());
  return createImages({ engine, list: watch.list });
}

const run = { id: 'test', signal: new AbortController().signal, report: () => undefined };

describe('an engine with containerd’s image store, which refuses old clients', () => {
  it('is connected to, and asked for nothing that it refuses', async () => {
    const { engine, scripted } = await connect(containerd);
    expect(engine.status()).toMatchObject({
      state: 'connected',
      version: '29.0.2',
      apiVersion: '1.52',
      buildkit: true,
    });
    await imagesOf(engine).list();
    const versions = scripted.requests.flatMap((each) => /\/v1\.(\d+)\//.exec(each)?.[1] ?? []);
    for (const minor of versions) expect(Number(minor)).toBeGreaterThanOrEqual(44);
  });

  it('lists an index with the platforms that are here; an attestation is none', async () => {
    const { engine, scripted } = await connect(containerd);
    const [image] = await imagesOf(engine).list();
    expect(image).toMatchObject({
      references: ['alpine:3.22'],
      size: 11_000_000,
      sharedSize: 3_000_000,
      platforms: ['linux/amd64'],
    });
    expect(scripted.requests.find((each) => each.includes('/images/json'))).toMatch(/manifests=(?:1|true)/);
  });

  it('tells of an image what is there, where the rest is left out', async () => {
    const { engine } = await connect(containerd);
    const detail = await imagesOf(engine).inspect({ image: id('a') });
    expect(detail.settings).toMatchObject({ command: ['/bin/sh'], environment: [], labels: [] });
    expect(detail.steps).toHaveLength(3);
    expect(detail.steps.flatMap(({ diffId }) => diffId ?? [])).toHaveLength(2);
  });

  it('has its disk measured where the lists stand a level deeper', async () => {
    const { engine } = await connect(containerd);
    const disk = createDisk({ engine, inspect: imagesOf(engine).inspect, onMeasured: () => undefined });
    await disk.measure.run({}, run);
    const usage = await disk.usage(undefined);
    expect(usage?.containers).toHaveLength(1);
    expect(usage?.cache).toHaveLength(1);
  });
});

describe('an engine from before BuildKit', () => {
  it('is connected to, and said to have the classic builder', async () => {
    const { engine, scripted } = await connect(old);
    expect(engine.status()).toMatchObject({ state: 'connected', apiVersion: '1.38', buildkit: false });
    await imagesOf(engine).list();
    // Neither came before 1.42.
    expect(scripted.requests.join('\n')).not.toMatch(/shared-size|manifests/);
  });

  it('lists and tells images whose fields are null', async () => {
    const { engine } = await connect(old);
    const images = imagesOf(engine);
    const [image] = await images.list();
    expect(image).toMatchObject({ id: id('b'), references: [], sharedSize: null, platforms: [] });
    const detail = await images.inspect({ image: id('b') });
    expect(detail.settings).toMatchObject({ command: [], entrypoint: [], environment: [] });
  });

  it('has its disk measured without a build cache', async () => {
    const { engine } = await connect(old);
    const disk = createDisk({ engine, inspect: imagesOf(engine).inspect, onMeasured: () => undefined });
    await disk.measure.run({}, run);
    expect((await disk.usage(undefined))?.cache).toEqual([]);
  });
});
