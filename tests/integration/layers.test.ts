import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { openDrafts } from '../../src/main/files/index.js';
import { createLayerFiles, createLayerReading } from '../../src/main/layers/index.js';
import type { ContentUpdate, FileRow, LayersProgress } from '../../src/shared/contract/layers.js';
import { layersHere, noRegistry } from '../support/layers.js';
import { makeFolder, run } from '../support/processes.js';
import type { OnDamaged } from '../../src/main/files/index.js';
import { failureOf, onDamaged, useEngine } from './parts.js';

const prefix = inject('namePrefix');
const { docker, engine } = useEngine();

/** What is added by the engine to every container, and so is in no image. */
const ENGINES_OWN = /^(dev|proc|sys|\.dockerenv$|etc\/(hosts|hostname|resolv\.conf|mtab)$)/;

/** Steps upon a base with a shell; each a case of what layers can do to one another. */
const images: Readonly<Record<string, string>> = {
  plain: 'RUN echo hello > /a',
  nothing: 'RUN true',
  removed: 'RUN mkdir /d && echo one > /d/a && echo two > /d/b\nRUN rm /d/a',
  'folder-removed': 'RUN mkdir -p /d/e/f && echo one > /d/e/f/a\nRUN rm -r /d/e',
  opaque: 'RUN mkdir /d && echo one > /d/a\nRUN rm -r /d && mkdir /d && echo two > /d/b',
  readded: 'RUN echo one > /a\nRUN rm /a\nRUN echo three > /a',
  changed: 'RUN echo one > /a\nRUN echo longer than before > /a',
  'mode-changed': 'RUN echo one > /a && chmod 600 /a\nRUN chmod 4755 /a',
  'owner-changed': 'RUN mkdir /d && echo one > /d/a\nRUN chown -R 1000:1001 /d',
  'hard-link': 'RUN echo one > /a && ln /a /b && ln /a /c\nRUN rm /a',
  'soft-link': 'RUN mkdir /d && echo one > /d/a && ln -s d /l && ln -s /nowhere /broken',
  'link-over-folder': 'RUN mkdir /d && echo one > /d/a\nRUN rm -r /d && ln -s /etc /d',
  'file-over-folder': 'RUN mkdir /d && echo one > /d/a\nRUN rm -r /d && echo two > /d',
  'folder-over-file': 'RUN echo one > /d\nRUN rm /d && mkdir /d && echo two > /d/a',
  sparse: 'RUN dd if=/dev/zero of=/s bs=1 count=1 seek=5000000',
  'long-names':
    'RUN n=$(printf "%0200d" 0); mkdir -p /$n/$n/$n && echo one > /$n/$n/$n/$n && ln -s $n /$n/$n/$n/link',
  'odd-names': String.raw`RUN touch "$(printf '/not-utf8-\351')" "$(printf '/line\nbreak')" "/a space" "/é"`,
  pipe: 'RUN mkfifo /p',
};

async function build(name: string): Promise<string> {
  const reference = `${prefix}layers-${name}`;
  onTestFinished(async () => {
    await docker(['rmi', '--force', reference]).catch(() => undefined);
  });
  await docker(['build', '--quiet', '--tag', reference, '-'], {
    input: `FROM alpine:3.20\n${images[name]}\n`,
    env: { DOCKER_BUILDKIT: '1' },
  });
  return reference;
}

/** Where the user wants things saved. */
let target: string | null = null;

async function open(home?: string, whenDamaged: OnDamaged = onDamaged) {
  const folder = home ?? (await makeFolder('home'));
  if (home === undefined) onTestFinished(() => rm(folder, { recursive: true }));
  const reading = createLayerReading(folder, layersHere, whenDamaged);
  const { calls } = createLayerFiles({
    engine: engine(),
    reading,
    drafts: openDrafts(folder, Date.now()),
    registryClient: noRegistry,
    chooseTarget: () => Promise.resolve(target),
  });
  onTestFinished(reading.stop);
  return { home: folder, files: calls };
}

type Files = Awaited<ReturnType<typeof open>>['files'];

async function read(files: Files, source: Parameters<Files['index']['run']>[0]['source']) {
  const reports: LayersProgress[] = [];
  const signal = new AbortController().signal;
  const found = await files.index.run(
    { source },
    { id: 'test', signal, report: (step) => reports.push(step) },
  );
  return { found, reports, layers: found[0]!.layers as string[] };
}

const question = {
  only: false,
  root: '',
  open: [] as string[],
  filter: '',
  sort: 'name' as const,
  window: { start: 0, count: 1000 },
};

async function everyRow(files: Files, layers: string[], only = false): Promise<FileRow[]> {
  const rows: FileRow[] = [];
  const left = [''];
  for (let root = left.pop(); root !== undefined; root = left.pop()) {
    const page = await files.tree({ ...question, layers, only, root });
    expect(page.rows).toHaveLength(page.total);
    rows.push(...page.rows);
    left.push(...page.rows.filter(({ kind }) => kind === 'folder').map(({ path }) => path));
  }
  return rows;
}

type Listed = { path: string; kind: string; mode: number; owner: string; size: number; target: string };

/** What Python's tar reader sees, a reader that is none of ours. Hard links as files of no bytes. */
async function listed(archive: string): Promise<Listed[]> {
  const program = `
import json, sys, tarfile
kinds = {b'0': 'file', b'1': 'hard', b'2': 'link', b'5': 'folder', b'6': 'pipe'}
print(json.dumps([{'path': m.name, 'kind': kinds.get(m.type, 'device'), 'mode': m.mode & 0o7777, 'owner': f'{m.uid}:{m.gid}',
  'size': m.size if m.isreg() else 0, 'target': m.linkname} for m in tarfile.open(sys.argv[1])]))`;
  return JSON.parse(await run('python3', ['-c', program, archive])) as Listed[];
}

/** The files of a container that was made of the image and never ran. */
async function exported(reference: string): Promise<Listed[]> {
  const folder = await makeFolder('export');
  const container = (await docker(['create', reference, 'x'])).trim();
  try {
    await docker(['export', '--output', join(folder, 'x.tar'), container]);
    return (await listed(join(folder, 'x.tar'))).filter(({ path }) => !ENGINES_OWN.test(path));
  } finally {
    await docker(['rm', container]);
    await rm(folder, { recursive: true });
  }
}

async function saved(reference: string): Promise<string> {
  const folder = await makeFolder('save');
  onTestFinished(() => rm(folder, { recursive: true }));
  await docker(['save', '--output', join(folder, 'image.tar'), reference]);
  return join(folder, 'image.tar');
}

const byPath = (one: { path: string }, other: { path: string }) => (one.path < other.path ? -1 : 1);

describe('every file of an image', () => {
  it.each(Object.keys(images))('is what a container of it has: %s', async (name) => {
    const reference = await build(name);
    const { files } = await open();
    const { layers } = await read(files, { kind: 'image', image: reference });
    const ours = (await everyRow(files, layers)).filter(
      ({ path, mark }) => mark !== 'removed' && !ENGINES_OWN.test(path),
    );
    const truth = await exported(reference);

    const folders = (kind: string) => (kind === 'hard' ? 'file' : kind);
    expect(
      ours
        .map(({ path, kind, mode, uid, gid }) => ({ path, kind, mode, owner: `${uid}:${gid}` }))
        .sort(byPath),
    ).toEqual(
      truth.map(({ path, kind, mode, owner }) => ({ path, kind: folders(kind), mode, owner })).sort(byPath),
    );
    const links = truth.filter(({ kind }) => kind === 'link');
    for (const { path, target } of links)
      expect(ours.find((row) => row.path === path)?.target, path).toBe(target);
    for (const { path, size, kind } of truth)
      if (kind === 'file') expect(ours.find((row) => row.path === path)?.size, path).toBe(size);

    const visible = truth.reduce((sum, { size }) => sum + size, 0);
    expect((await files.efficiency({ layers })).visible).toBe(visible);
  });

  it.each(['removed', 'readded', 'changed', 'hard-link', 'opaque'])(
    'counts all bytes of all layers: %s',
    async (name) => {
      const reference = await build(name);
      const archive = await saved(reference);
      const { files } = await open();
      const { layers } = await read(files, { kind: 'archive', file: archive });
      const folder = join(archive, '..', 'unpacked');
      await run('mkdir', [folder]);
      await run('tar', ['-xf', archive, '-C', folder]);
      const [{ Layers }] = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as [
        { Layers: string[] },
      ];
      let total = 0;
      for (const layer of Layers) for (const { size } of await listed(join(folder, layer))) total += size;
      const { total: ours, visible, wasted, efficiency, paths } = await files.efficiency({ layers });
      expect(ours).toBe(total);
      expect(wasted).toBe(total - visible);
      expect(efficiency).toBe(visible / total);
      expect(paths.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(wasted);
    },
  );
});

describe('one layer alone', () => {
  it('tells what it added, changed and removed', async () => {
    const { files } = await open();
    const { layers } = await read(files, { kind: 'image', image: await build('opaque') });
    const marks = async (only: string[]) =>
      Object.fromEntries((await everyRow(files, only, true)).map(({ path, mark }) => [path, mark]));
    expect(await marks(layers.slice(0, -1))).toEqual({ d: 'added', 'd/a': 'added' });
    expect(await marks(layers)).toMatchObject({ 'd/a': 'removed', 'd/b': 'added' });
  });

  it('names the layer that holds the dead copy', async () => {
    const { files } = await open();
    const { layers } = await read(files, { kind: 'image', image: await build('removed') });
    const { paths } = await files.efficiency({ layers });
    expect(paths).toEqual([
      {
        path: 'd/a',
        name: 'd/a',
        bytes: 4,
        copies: [{ layer: layers.length - 2, bytes: 4 }],
      },
    ]);
  });

  it('finds by name at whatever depth', async () => {
    const { files } = await open();
    const { layers } = await read(files, { kind: 'image', image: await build('folder-removed') });
    const page = await files.tree({ ...question, layers: layers.slice(0, -1), filter: 'E', only: true });
    expect(page.rows.map(({ path }) => path)).toEqual(['d/e']);
  });
});

describe('a layer that was read', () => {
  it('is never read again, and is known to a Strata that starts anew', async () => {
    const reference = await build('plain');
    const { home, files } = await open();
    const first = await read(files, { kind: 'image', image: reference });
    expect(first.reports.at(-1)).toMatchObject({ phase: 'done' });
    const again = await open(home);
    const second = await read(again.files, { kind: 'image', image: reference });
    expect(second.reports).toEqual([]);
    expect(await again.files.tree({ ...question, layers: second.layers })).toEqual(
      await files.tree({ ...question, layers: first.layers }),
    );
  });

  it('is read anew when what was kept of it is damaged, which is set aside and told', async () => {
    const reference = await build('plain');
    const { home, files } = await open();
    const { layers } = await read(files, { kind: 'image', image: reference });
    const folder = join(home, 'layers');
    const names = (await readdir(folder)).sort();
    for (const name of names) {
      const bytes = await readFile(join(folder, name));
      bytes[20]! ^= 1;
      await writeFile(join(folder, name), bytes);
    }
    const told: string[] = [];
    const { files: fresh } = await open(home, ({ what, aside }) => void told.push(`${what} ${aside}`));
    expect((await failureOf(fresh.tree({ ...question, layers }))).code).toBe('not-found');
    await read(fresh, { kind: 'image', image: reference });
    expect((await fresh.tree({ ...question, layers })).total).toBeGreaterThan(1);
    const asides = (await readdir(folder)).filter((name) => name.includes('.damaged-')).sort();
    expect(asides.map((name) => name.replace(/\.damaged-\d+$/, ''))).toEqual(names);
    expect(told.sort()).toEqual(asides.map((name) => `layers ${join(folder, name)}`));
  });

  it('is the same whether an engine or an archive told of it', async () => {
    const reference = await build('odd-names');
    const { files } = await open();
    const fromEngine = await read(files, { kind: 'image', image: reference });
    const other = await open();
    const fromFile = await read(other.files, { kind: 'archive', file: await saved(reference) });
    expect(fromFile.layers).toEqual(fromEngine.layers);
    const rows = await everyRow(other.files, fromFile.layers);
    expect(rows).toEqual(await everyRow(files, fromEngine.layers));
    expect(rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['not-utf8-\\xE9', 'line\\x0Abreak', 'a space', 'é']),
    );
  });
});

describe('an archive', () => {
  it('that stops early is refused, and leaves nothing behind', async () => {
    const archive = await saved(await build('plain'));
    const bytes = await readFile(archive);
    await writeFile(archive, bytes.subarray(0, bytes.length / 2));
    const { home, files } = await open();
    const failure = await failureOf(read(files, { kind: 'archive', file: archive }));
    expect(failure.code).toBe('invalid-input');
    expect(await readdir(join(home, 'layers')).catch(() => [])).toEqual([]);
  });

  it('whose layer is not what its configuration says is refused: it can speak for no other image', async () => {
    const folder = await makeFolder('forged');
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'layer.tar'), Buffer.alloc(1024));
    const others = `sha256:${createHash('sha256').update('another').digest('hex')}`;
    await writeFile(join(folder, 'c.json'), JSON.stringify({ rootfs: { diff_ids: [others] } }));
    const manifest = [{ Config: 'c.json', RepoTags: null, Layers: ['layer.tar'] }];
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
    await run('tar', ['-cf', join(folder, 'a.tar'), '-C', folder, 'layer.tar', 'c.json', 'manifest.json']);
    const { files } = await open();
    const failure = await failureOf(read(files, { kind: 'archive', file: join(folder, 'a.tar') }));
    expect(failure.code).toBe('invalid-input');
    expect((await failureOf(files.tree({ ...question, layers: [others] }))).code).toBe('not-found');
  });
});

describe('a file of a layer', () => {
  const dockerfile = `RUN printf 'one\\n' > /a && printf '\\000\\001' > /binary && ln -s a /l && mkdir -p /d/e && printf two > /d/e/b && ln /d/e/b /d/c && ln -s e/b /d/in && ln -s ../../a /d/out && ln -s /etc/passwd /d/absolute && chmod 4750 /d/e/b && mkfifo /d/pipe && touch "$(printf '/d/\\351')"
RUN rm /a && printf 'three' > /d/e/b2`;

  async function opened() {
    const reference = `${prefix}layers-content`;
    onTestFinished(async () => {
      await docker(['rmi', '--force', reference]).catch(() => undefined);
    });
    await docker(['build', '--quiet', '--tag', reference, '-'], {
      input: `FROM alpine:3.20\n${dockerfile}\n`,
      env: { DOCKER_BUILDKIT: '1' },
    });
    const { files } = await open();
    const source = { kind: 'image', image: reference } as const;
    const { layers } = await read(files, source);
    return { reference, files, layers, source };
  }

  async function content(files: Files, input: Parameters<Files['content']>[0]): Promise<ContentUpdate> {
    const updates: ContentUpdate[] = [];
    await new Promise<void>((resolve, reject) => {
      files
        .content(input, (update) => {
          updates.push(update);
          if (update.type !== 'progress') resolve();
        })
        .catch(reject);
    });
    return updates.at(-1)!;
  }

  it('shows what is in it, also where a later layer has removed it', async () => {
    const { files, layers, source } = await opened();
    const before = layers.slice(0, -1);
    const text = { kind: 'text', text: 'one\n', size: 4, isWhole: true };
    expect(await content(files, { source, layers: before, path: 'a' })).toEqual({
      type: 'content',
      content: text,
    });
    expect(await content(files, { source, layers, path: 'a' })).toEqual({ type: 'content', content: text });
    expect(await content(files, { source, layers, path: 'binary' })).toMatchObject({
      content: { kind: 'binary' },
    });
    expect(await content(files, { source, layers, path: 'd' })).toMatchObject({
      type: 'failed',
      failure: { code: 'invalid-input' },
    });
    const archive = { kind: 'archive', file: await saved(source.image) } as const;
    expect(await content(files, { source: archive, layers, path: 'd/c' })).toMatchObject({
      content: { text: 'two' },
    });
  });

  const job = (signal = new AbortController().signal) => ({ id: 'take', signal, report: () => undefined });

  it('is saved with its folder: contents, names and modes, and no link that leads out of it', async () => {
    const { files, layers, source } = await opened();
    const parent = await makeFolder('taken');
    onTestFinished(() => rm(parent, { recursive: true }));
    target = join(parent, 'd');
    await files.chooseTarget({ name: 'd', isFolder: true });
    const taken = await files.take.run({ source, layers, path: 'd', only: false, target }, job());
    expect(taken).toMatchObject({ target, files: 4, skippedCount: 3 });
    expect([...taken.skipped].sort((one, other) => (one.name < other.name ? -1 : 1))).toEqual([
      { name: 'absolute', why: 'leads-out' },
      { name: 'out', why: 'leads-out' },
      { name: 'pipe', why: 'no-file' },
    ]);
    expect(await readdir(parent)).toEqual(['d']);
    expect(await readFile(join(target, 'in'), 'utf8')).toBe('two');
    expect(await readFile(join(target, 'c'), 'utf8')).toBe('two');
    expect((await stat(join(target, 'e/b'))).mode & 0o7777).toBe(0o750);
    const names = await readdir(target, { encoding: 'buffer' });
    expect(names.map((name) => name.toString('latin1')).sort()).toEqual(['c', 'e', 'in', '\xe9']);
  });

  it('is saved as the layer alone has it', async () => {
    const { files, layers, source } = await opened();
    const parent = await makeFolder('taken');
    onTestFinished(() => rm(parent, { recursive: true }));
    target = join(parent, 'd');
    await files.chooseTarget({ name: 'd', isFolder: true });
    await files.take.run({ source, layers, path: 'd', only: true, target }, job());
    expect((await readdir(target, { recursive: true })).sort()).toEqual(['e', 'e/b2']);
  });

  it('replaces the file that the user chose, and writes nowhere that they did not', async () => {
    const { files, layers, source } = await opened();
    const parent = await makeFolder('taken');
    onTestFinished(() => rm(parent, { recursive: true }));
    const chosen = join(parent, 'kept.txt');
    await writeFile(chosen, 'before');
    const what = { source, layers, path: 'd/e/b2', only: false, target: chosen };
    await expect(files.take.run(what, job())).rejects.toThrow('did not choose');
    expect(await readFile(chosen, 'utf8')).toBe('before');
    target = chosen;
    await files.chooseTarget({ name: 'b2', isFolder: false });
    const abort = new AbortController();
    abort.abort();
    await expect(files.take.run(what, job(abort.signal))).rejects.toThrow();
    expect(await readFile(chosen, 'utf8')).toBe('before');
    await files.chooseTarget({ name: 'b2', isFolder: false });
    await files.take.run(what, job());
    expect(await readFile(chosen, 'utf8')).toBe('three');
    expect(await readdir(parent)).toEqual(['kept.txt']);
  });
});
