import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { beforeEach, describe, expect, inject, it, onTestFinished } from 'vitest';
import { openDrafts } from '../../src/main/files/index.js';
import { createLayerFiles, createLayerReading } from '../../src/main/layers/index.js';
import { type ImageManifest, type RegistryClients } from '../../src/main/registry/index.js';
import type { ContentUpdate, LayersProgress } from '../../src/shared/contract/layers.js';
import { layersHere } from '../support/layers.js';
import { makeFolder, run } from '../support/processes.js';
import { failureOf, useEngine, openClients, onDamaged } from './parts.js';

const host = inject('openRegistry');
const prefix = `${inject('namePrefix')}sources`;
const { docker, engine } = useEngine();

const repository = `${prefix}/app`;
const reference = `${host}/${repository}:1`;
/** Large enough to be read in several pieces. */
const content = randomBytes(300_000).toString('base64');
let clients: RegistryClients;
let layers: readonly string[];

beforeEach(async () => {
  clients = openClients(engine());
  const folder = await makeFolder('context');
  await writeFile(join(folder, 'large'), content);
  await writeFile(join(folder, 'Dockerfile'), 'FROM scratch\nCOPY large /d/large\nCOPY Dockerfile /\n');
  await docker(['build', '--quiet', '--tag', reference, folder], { env: { DOCKER_BUILDKIT: '1' } });
  await docker(['push', reference]);
  layers = JSON.parse(
    await docker(['inspect', '--format', '{{json .RootFS.Layers}}', reference]),
  ) as string[];
  onTestFinished(async () => {
    await clients.stop();
    await docker(['rmi', '--force', reference]).catch(() => undefined);
    await rm(folder, { recursive: true });
  });
});

async function open(target: string | null = null) {
  const home = await makeFolder('home');
  const asked: string[] = [];
  const reading = createLayerReading(home, layersHere, onDamaged);
  const { calls } = createLayerFiles({
    engine: engine(),
    reading,
    drafts: openDrafts(home, Date.now()),
    // As the app has it, with a note of which blobs were asked for.
    registryClient(registry) {
      const client = clients.of(registry);
      return {
        ...client,
        blob(name, digest, options) {
          asked.push(digest);
          return client.blob(name, digest, options);
        },
      };
    },
    chooseTarget: () => Promise.resolve(target),
  });
  onTestFinished(async () => {
    reading.stop();
    await rm(home, { recursive: true });
  });
  return { home, files: calls, asked, stop: reading.stop };
}

type Files = Awaited<ReturnType<typeof open>>['files'];
type Source = Parameters<Files['index']['run']>[0]['source'];

async function read(files: Files, source: Source) {
  const reports: LayersProgress[] = [];
  const signal = new AbortController().signal;
  const run = { id: 'test', signal, report: (step: LayersProgress) => void reports.push(step) };
  return { images: await files.index.run({ source }, run), reports };
}

const question = {
  only: false,
  open: [],
  filter: '',
  sort: 'name' as const,
  window: { start: 0, count: 100 },
};

async function paths(files: Files, root = ''): Promise<string[]> {
  const { rows } = await files.tree({ ...question, layers: [...layers], root });
  return rows.map(({ path }) => path);
}

async function textOf(files: Files, source: Source, path: string): Promise<string> {
  const last = await new Promise<ContentUpdate>((resolve, reject) => {
    files
      .content({ source, layers: [...layers], path }, (update) => {
        if (update.type !== 'progress') resolve(update);
      })
      .catch(reject);
  });
  if (last.type !== 'content' || last.content.kind !== 'text') throw new Error(JSON.stringify(last));
  return last.content.text;
}

describe('an image in a registry', () => {
  const source = { kind: 'registry', reference } as const;

  it('is looked into without the engine: its layers are fetched, and nothing is pulled', async () => {
    await docker(['rmi', reference]);
    const { home, files, stop } = await open();
    const { images, reports } = await read(files, source);
    expect(images).toMatchObject([{ references: [reference], layers, detail: { os: 'linux' } }]);
    expect(reports.some(({ phase }) => phase === 'fetching')).toBe(true);
    expect(await paths(files)).toEqual(['d', 'Dockerfile']);
    expect(await textOf(files, source, 'd/large')).toBe(content);
    await expect(docker(['inspect', reference])).rejects.toThrow('No such');
    stop();
    await expect.poll(() => readdir(join(home, 'fetched'))).toEqual([]);
  });

  it('and on the engine is read once: known layers are fetched from nowhere', async () => {
    const { files, asked } = await open();
    await read(files, { kind: 'image', image: reference });
    await read(files, source);
    expect(asked).toEqual([]);
    // A file of it is in one layer, and that one alone is fetched.
    await textOf(files, source, 'Dockerfile');
    expect(asked).toHaveLength(1);
    await textOf(files, source, 'Dockerfile');
    expect(asked).toHaveLength(1);
  });

  it('gives single folders', async () => {
    const target = join(await makeFolder('target'), 'd');
    const { files } = await open(target);
    await read(files, source);
    await files.chooseTarget({ name: 'd', isFolder: true });
    const signal = new AbortController().signal;
    const run = { id: 'test', signal, report: () => undefined };
    const taken = await files.take.run({ source, layers: [...layers], path: 'd', only: false, target }, run);
    expect(taken.files).toBe(1);
    expect(await readFile(join(target, 'large'), 'utf8')).toBe(content);
    await rm(join(target, '..'), { recursive: true });
  });

  it('that isn’t there, or not for a platform, is said', async () => {
    const { files } = await open();
    const other = { ...source, reference: `${host}/${repository}:2` };
    expect((await failureOf(read(files, other))).code).toBe('not-found');
    const index = await indexOf('linux/arm64');
    const wrong = { ...source, reference: `${host}/${repository}@${index}`, platform: 'linux/s390x' };
    const failure = await failureOf(read(files, wrong));
    expect(failure.code).toBe('not-found');
    expect(failure.detail).toContain('linux/arm64');
    const { images } = await read(files, { ...wrong, platform: 'linux/arm64' });
    expect(images[0]?.layers).toEqual(layers);
  });

  it('whose layers are cancelled on the way leaves nothing behind', async () => {
    const { home, files } = await open();
    const stop = new AbortController();
    const run = { id: 'test', signal: stop.signal, report: () => stop.abort(new Error('enough')) };
    await expect(files.index.run({ source }, run)).rejects.toThrow();
    expect(await readdir(join(home, 'fetched'))).toEqual([]);
  });
});

/** An index with the image in it for `platform`, put beside it. @returns its digest */
async function indexOf(platform: string): Promise<string> {
  const client = clients.of(host);
  const { mediaType, digest, size } = await client.manifest(repository, '1');
  const [os = '', architecture = ''] = platform.split('/');
  const type = 'application/vnd.oci.image.index.v1+json';
  const manifests = [{ mediaType, digest, size, platform: { os, architecture } }];
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: type, manifests }));
  const own = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  return client.putManifest(repository, own, { mediaType: type, bytes });
}

/** The image as an OCI layout, its index within another. */
async function writeLayout(): Promise<string> {
  const folder = await makeFolder('layout');
  onTestFinished(() => rm(folder, { recursive: true }));
  const client = clients.of(host);
  const image = (await client.manifest(repository, '1')) as ImageManifest;
  await mkdir(join(folder, 'blobs', 'sha256'), { recursive: true });
  const file = (digest: string): string => join(folder, 'blobs', digest.replace(':', '/'));
  const put = async (bytes: Buffer): Promise<{ digest: string; size: number }> => {
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    await writeFile(file(digest), bytes);
    return { digest, size: bytes.length };
  };
  for (const { digest } of [image.config, ...image.layers])
    await pipeline(await client.blob(repository, digest), createWriteStream(file(digest)));
  const inner = await put(Buffer.from(JSON.stringify({ manifests: [await put(image.bytes)] })));
  const annotations = { 'io.containerd.image.name': 'docker.io/library/app:1' };
  await writeFile(join(folder, 'index.json'), JSON.stringify({ manifests: [{ ...inner, annotations }] }));
  await writeFile(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  return folder;
}

describe('a folder that is an OCI layout', () => {
  it('is looked into, with compressed layers and an index in the index', async () => {
    const source = { kind: 'layout', folder: await writeLayout() } as const;
    const { files } = await open();
    const { images } = await read(files, source);
    expect(images).toMatchObject([
      { references: ['docker.io/library/app:1'], layers, detail: { references: ['app:1'] } },
    ]);
    expect(await paths(files, 'd')).toEqual(['d/large']);
    expect(await textOf(files, source, 'd/large')).toBe(content);
  });

  it('gives nothing of what its links lead to', async () => {
    const folder = await writeLayout();
    const blobs = join(folder, 'blobs', 'sha256');
    for (const name of await readdir(blobs)) {
      if ((await readFile(join(blobs, name))).readUInt16BE(0) !== 0x1f8b) continue;
      await run('mv', [join(blobs, name), join(folder, name)]);
      await symlink(join(folder, name), join(blobs, name));
    }
    const { files } = await open();
    expect((await failureOf(read(files, { kind: 'layout', folder }))).code).toBe('invalid-input');
  });

  it('is told from one that is none', async () => {
    const folder = await makeFolder('none');
    onTestFinished(() => rm(folder, { recursive: true }));
    const { files } = await open();
    expect((await failureOf(read(files, { kind: 'layout', folder }))).code).toBe('invalid-input');
  });
});

describe('an archive that is compressed as a whole', () => {
  it('is read as it is', async () => {
    const folder = await makeFolder('archive');
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, 'image.tar');
    await docker(['save', '--output', file, reference]);
    await run('gzip', [file]);
    const source = { kind: 'archive', file: `${file}.gz` } as const;
    const { files } = await open();
    expect((await read(files, source)).images[0]?.layers).toEqual(layers);
    expect(await textOf(files, source, 'd/large')).toBe(content);
  });

  it('and stops early is refused', async () => {
    const folder = await makeFolder('archive');
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, 'image.tar');
    await docker(['save', '--output', file, reference]);
    await run('gzip', [file]);
    const bytes = await readFile(`${file}.gz`);
    await writeFile(`${file}.gz`, bytes.subarray(0, bytes.length - 1000));
    const { files } = await open();
    const failure = await failureOf(read(files, { kind: 'archive', file: `${file}.gz` }));
    expect(failure.code).toBe('invalid-input');
  });
});
