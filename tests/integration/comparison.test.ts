import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { openDrafts } from '../../src/main/files/index.js';
import { createLayerFiles, createLayerReading } from '../../src/main/layers/index.js';
import type { ChangeTally, ComparedRow } from '../../src/shared/contract/layers.js';
import { layersHere, noRegistry } from '../support/layers.js';
import { makeFolder, run } from '../support/processes.js';
import { failureOf, useEngine, onDamaged } from './parts.js';

const prefix = inject('namePrefix');
const { docker, engine } = useEngine();

type Steps = { readonly before: string; readonly after: string };

const names = String.raw`"$(printf '/not-utf8-\351')" "$(printf '/line\nbreak')" "/a space" "/é"`;
const long = 'n=$(printf "%0200d" 0); mkdir -p /$n/$n/$n';

/** Each a case of how two images can differ, or seem to. */
const pairs: Readonly<Record<string, Steps>> = {
  'the times alone': { before: 'RUN echo a > /a', after: 'RUN touch -d 2001-01-01 /a && echo a > /a' },
  'one file more': { before: 'RUN true', after: 'RUN mkdir -p /d/e && echo one > /d/e/a' },
  'one file fewer, by a whiteout': {
    before: 'RUN mkdir /d && echo one > /d/a && echo two > /d/b',
    after: 'RUN mkdir /d && echo one > /d/a && echo two > /d/b\nRUN rm /d/a',
  },
  'a folder fewer': {
    before: 'RUN mkdir -p /d/e/f && echo one > /d/e/f/a && echo two > /d/e/b',
    after: 'RUN mkdir -p /d/e/f && echo one > /d/e/f/a && echo two > /d/e/b\nRUN rm -r /d/e',
  },
  'an opaque folder': {
    before: 'RUN mkdir /d && echo one > /d/a && echo two > /d/b',
    after: 'RUN mkdir /d && echo one > /d/a\nRUN rm -r /d && mkdir /d && echo two > /d/b && echo x > /d/c',
  },
  'a file that was added again': {
    before: 'RUN echo one > /a',
    after: 'RUN echo one > /a\nRUN rm /a\nRUN echo one > /a',
  },
  'content of another size': {
    before: 'RUN echo one > /a',
    after: 'RUN echo one > /a\nRUN echo longer > /a',
  },
  'content of the same size': { before: 'RUN echo one > /a', after: 'RUN echo two > /a' },
  'the mode alone': { before: 'RUN echo one > /a', after: 'RUN echo one > /a && chmod 4751 /a' },
  'the owner alone': {
    before: 'RUN mkdir /d && echo one > /d/a',
    after: 'RUN mkdir /d && echo one > /d/a && chown -R 1000:1001 /d',
  },
  'a folder’s mode': { before: 'RUN mkdir /d', after: 'RUN mkdir /d\nRUN chmod 700 /d' },
  'a copy in place of a hard link': {
    before: 'RUN echo one > /a && ln /a /b',
    after: 'RUN echo one > /a && cp /a /b',
  },
  'files of several names': {
    before: 'RUN echo one > /a && ln /a /b && echo gone > /x && ln /x /y',
    after: 'RUN echo other > /a && ln /a /b && ln /a /c && echo new > /m && ln /m /n && ln /m /o',
  },
  'a link that leads elsewhere': {
    before: 'RUN mkdir /d /e && ln -s d /l && ln -s /nowhere /broken',
    after: 'RUN mkdir /d /e && ln -s e /l && ln -s /nowhere /broken',
  },
  'a link over a folder': {
    before: 'RUN mkdir /d && echo one > /d/a',
    after: 'RUN mkdir /d && echo one > /d/a\nRUN rm -r /d && ln -s /etc /d',
  },
  'a file over a folder': {
    before: 'RUN mkdir -p /d/e && echo one > /d/e/a',
    after: 'RUN mkdir -p /d/e && echo one > /d/e/a\nRUN rm -r /d && echo two > /d',
  },
  'a folder over a file': { before: 'RUN echo one > /d', after: 'RUN mkdir /d && echo two > /d/a' },
  'a pipe over a file': { before: 'RUN echo one > /p', after: 'RUN mkfifo /p' },
  'a sparse file’s length': {
    before: 'RUN dd if=/dev/zero of=/s bs=1 count=1 seek=5000000',
    after: 'RUN dd if=/dev/zero of=/s bs=1 count=1 seek=6000000',
  },
  'long names': {
    before: `RUN ${long} && echo one > /$n/$n/$n/$n`,
    after: `RUN ${long} && echo two > /$n/$n/$n/$n && ln -s $n /$n/$n/$n/link`,
  },
  'odd names': { before: `RUN touch ${names}`, after: `RUN for f in ${names}; do echo x > "$f"; done` },
  'layers without bytes': {
    before: 'RUN echo a > /a',
    after: 'RUN echo a > /a\nRUN true\nENV A=1\nRUN true',
  },
};

async function build(name: string, steps: string): Promise<string> {
  const reference = `${prefix}compare-${name}`;
  onTestFinished(async () => {
    await docker(['rmi', '--force', reference]).catch(() => undefined);
  });
  await docker(['build', '--quiet', '--tag', reference, '-'], {
    input: `FROM alpine:3.20\n${steps}\n`,
    env: { DOCKER_BUILDKIT: '1' },
  });
  return reference;
}

/** By path: all that a comparison is about, and which file it is one name of. */
type Truth = Readonly<
  Record<
    string,
    {
      readonly kind: string;
      readonly mode: number;
      readonly owner: string;
      readonly size: number;
      readonly sum: string;
      readonly target: string;
      readonly file: string;
    }
  >
>;

/** The files of a container that was made of the image and never ran, by Python's tar reader, which is none of ours. */
async function exported(reference: string): Promise<Truth> {
  const program = `
import hashlib, json, re, sys, tarfile
kinds = {b'0': 'file', b'1': 'file', b'2': 'link', b'5': 'folder', b'6': 'pipe'}
own = re.compile(r'^(dev|proc|sys|\\.dockerenv$|etc/(hosts|hostname|resolv\\.conf|mtab)$)')
tar, found = tarfile.open(sys.argv[1]), {}
for m in tar:
  if own.match(m.name): continue
  kind = kinds.get(m.type, 'device')
  content = tar.extractfile(m).read() if kind == 'file' else b''
  found[m.name] = {'kind': kind, 'mode': m.mode & 0o7777, 'owner': f'{m.uid}:{m.gid}', 'size': len(content),
    'sum': hashlib.sha256(content).hexdigest(), 'target': m.linkname if kind == 'link' else '', 'file': m.linkname if m.islnk() else m.name}
print(json.dumps(found))`;
  const folder = await makeFolder('export');
  const container = (await docker(['create', reference, 'x'])).trim();
  try {
    await docker(['export', '--output', join(folder, 'x.tar'), container]);
    return JSON.parse(await run('python3', ['-c', program, join(folder, 'x.tar')])) as Truth;
  } finally {
    await docker(['rm', container]);
    await rm(folder, { recursive: true });
  }
}

type Changes = Readonly<Record<string, { readonly change: string; readonly aspects: readonly string[] }>>;

/** What differs between two file systems, by their exports alone. */
function differences(before: Truth, after: Truth): { changes: Changes; tally: ChangeTally } {
  const changes: Record<string, { change: string; aspects: string[] }> = {};
  const added = { files: 0, folders: 0, bytes: 0 };
  const removed = { files: 0, folders: 0, bytes: 0 };
  const changed = { files: 0, folders: 0, bytesBefore: 0, bytesAfter: 0 };
  const seen = new Set<string>();
  const bytes = (truth: Truth, path: string, sum: string): number => {
    const { file, size } = truth[path]!;
    if (seen.has(`${sum} ${file}`)) return 0;
    seen.add(`${sum} ${file}`);
    return size;
  };
  for (const path of Object.keys({ ...before, ...after })) {
    const [one, other] = [before[path], after[path]];
    if (!one) {
      changes[path] = { change: 'added', aspects: [] };
      added[other!.kind === 'folder' ? 'folders' : 'files']++;
      added.bytes += bytes(after, path, 'added');
      continue;
    }
    if (!other) {
      changes[path] = { change: 'removed', aspects: [] };
      removed[one.kind === 'folder' ? 'folders' : 'files']++;
      removed.bytes += bytes(before, path, 'removed');
      continue;
    }
    const aspects: string[] = [];
    if (one.kind !== other.kind) aspects.push('kind');
    else {
      if (one.sum !== other.sum) aspects.push('content');
      if (one.target !== other.target) aspects.push('target');
      if (one.mode !== other.mode && one.kind !== 'link') aspects.push('mode');
      if (one.owner !== other.owner) aspects.push('owner');
    }
    if (aspects.length === 0) continue;
    changes[path] = { change: 'changed', aspects };
    changed[one.kind === 'folder' && other.kind === 'folder' ? 'folders' : 'files']++;
    if (!aspects.includes('content') && !aspects.includes('kind')) continue;
    changed.bytesBefore += bytes(before, path, 'before');
    changed.bytesAfter += bytes(after, path, 'after');
  }
  return { changes, tally: { added, removed, changed } };
}

async function openFiles() {
  const home = await makeFolder('home');
  onTestFinished(() => rm(home, { recursive: true }));
  const reading = createLayerReading(home, layersHere, onDamaged);
  const { calls } = createLayerFiles({
    engine: engine(),
    reading,
    drafts: openDrafts(home, Date.now()),
    registryClient: noRegistry,
    chooseTarget: () => Promise.resolve(null),
  });
  onTestFinished(reading.stop);
  return calls;
}

type Files = Awaited<ReturnType<typeof openFiles>>;

async function layersOf(files: Files, image: string): Promise<string[]> {
  const following = { id: 'test', signal: new AbortController().signal, report: () => undefined };
  const [found] = await files.index.run({ source: { kind: 'image', image } }, following);
  return [...found!.layers];
}

const question = {
  open: [] as string[],
  filter: '',
  changes: ['added', 'removed', 'changed'] as ('added' | 'removed' | 'changed')[],
  sort: 'name' as const,
  window: { start: 0, count: 1000 },
};

/** Every row, as one sees them who opens each folder. */
async function everyRow(files: Files, sides: { before: string[]; after: string[] }) {
  const open: string[] = [];
  for (;;) {
    const page = await files.compare({ ...question, ...sides, open });
    const closed = page.rows.filter((row) => row.isFolder && !row.open && row.change === 'inside');
    const others = page.rows.filter((row) => row.isFolder && !row.open && row.change !== 'inside');
    const inside = [...closed, ...others].filter(({ path }) => !open.includes(path));
    if (inside.length === 0) return page;
    open.push(...inside.map(({ path }) => path));
  }
}

const changesIn = (rows: readonly ComparedRow[]): Changes =>
  Object.fromEntries(
    rows
      .filter(({ change }) => change !== 'inside')
      .map(({ path, change, aspects }) => [path, { change, aspects }]),
  );

describe('what differs between two images is what differs between containers of them', () => {
  it.each(Object.entries(pairs))('%s', async (_name, { before, after }) => {
    const [one, other] = [await build('before', before), await build('after', after)];
    const files = await openFiles();
    const sides = { before: await layersOf(files, one), after: await layersOf(files, other) };
    const truth = differences(await exported(one), await exported(other));

    const { rows, tally } = await everyRow(files, sides);
    expect(changesIn(rows)).toEqual(truth.changes);
    expect(tally).toEqual(truth.tally);
    const top = rows.filter(({ parent }) => parent === -1).map((row) => row.tally);
    const total = (pick: (one: ChangeTally) => number): number => top.reduce((sum, at) => sum + pick(at), 0);
    expect(total(({ added }) => added.bytes)).toBe(tally.added.bytes);
    expect(total(({ removed }) => removed.files)).toBe(tally.removed.files);
    expect(total(({ changed }) => changed.bytesAfter)).toBe(tally.changed.bytesAfter);
  });
});

it('an image is the same as itself, and the other way round what was added is removed', async () => {
  const { before, after } = pairs['an opaque folder']!;
  const files = await openFiles();
  const one = await layersOf(files, await build('one', before));
  const other = await layersOf(files, await build('other', after));
  expect((await everyRow(files, { before: one, after: one })).total).toBe(0);
  const forth = (await everyRow(files, { before: one, after: other })).tally;
  const back = (await everyRow(files, { before: other, after: one })).tally;
  expect(back.removed).toEqual(forth.added);
  expect(back.added).toEqual(forth.removed);
});

it('is found by name, kind of change and size, a window at a time', async () => {
  const files = await openFiles();
  const before = await layersOf(files, await build('plain', 'RUN echo one > /a && echo x > /old-file'));
  const after = await layersOf(
    files,
    await build('more', 'RUN mkdir -p /d/deep && head -c 9000 /dev/zero > /d/deep/new-file && echo two > /a'),
  );
  const ask = async (more: Partial<typeof question>) =>
    (await files.compare({ ...question, before, after, ...more })).rows.map(({ path }) => path);
  expect(await ask({})).toEqual(['d', 'a', 'old-file']);
  expect(await ask({ filter: 'FILE' })).toEqual(['d/deep/new-file', 'old-file']);
  expect(await ask({ filter: 'file', changes: ['removed'] })).toEqual(['old-file']);
  expect(await ask({ changes: ['changed'] })).toEqual(['a']);
  const page = await files.compare({
    ...question,
    ...{ before, after, sort: 'size', open: ['d', 'd/deep'] },
    window: { start: 1, count: 2 },
  });
  expect(page.total).toBe(5);
  expect(page.rows.map(({ path, depth }) => `${depth} ${path}`)).toEqual(['1 d/deep', '2 d/deep/new-file']);
});

it('a layer that was never read is said, not guessed at', async () => {
  const files = await openFiles();
  const layers = await layersOf(files, await build('known', 'RUN true'));
  const unknown = [`sha256:${'0'.repeat(64)}`];
  const failure = await failureOf(files.compare({ ...question, before: layers, after: unknown }));
  expect(failure.code).toBe('not-found');
});
