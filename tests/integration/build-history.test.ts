/** What is kept of builds on a real engine: which files made a step run again, what a crash leaves, and the limit. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { createBuildHistory } from '../../src/main/builds/index.js';
import type { EngineService } from '../../src/main/engine/index.js';
import type { BuildReport } from '../../src/shared/build-progress.js';
import { buildOptions, type BuildRequest } from '../../src/shared/contract/build-options.js';
import { startEngine } from '../support/engine.js';
import { makeFolder } from '../support/processes.js';
import { failureOf, openBuilds, openEngine, useEngine } from './parts.js';

const image = `${inject('namePrefix')}history`;
const alone = fileURLToPath(new URL('../support/build-alone.ts', import.meta.url));
const { docker, engine } = useEngine();

afterAll(async () => {
  await docker(['rmi', '--force', image]).catch(() => undefined);
});

type Files = Readonly<Record<string, string>>;

async function write(folder: string, files: Files): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

async function project(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'strata-history-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await write(folder, files);
  return folder;
}

type Following = { readonly signal?: AbortSignal; readonly report?: (report: BuildReport) => void };

type OpenOptions = { readonly home?: string; readonly limit?: () => number; readonly on?: EngineService };

async function open({ home, limit = () => Infinity, on = engine() }: OpenOptions = {}) {
  const place = home ?? (await makeFolder('home'));
  const said: string[] = [];
  const history = createBuildHistory({
    home: place,
    limit,
    onDamaged: ({ aside, error }) => said.push(`${aside}: ${String(error)}`),
    onChanged: () => undefined,
    log: (message, error) => said.push(`${message}: ${String(error)}`),
  });
  onTestFinished(() => history.stop());
  const builds = await openBuilds({ engine: on, home: place, observers: [history.observerAt(on)] });
  let builtSoFar = 0;
  return {
    ...history.calls,
    prune: history.prune,
    stop: history.stop,
    said,
    home: place,
    async build(
      folder: string,
      options: Partial<BuildRequest> = {},
      { signal = new AbortController().signal, report = () => undefined }: Following = {},
    ) {
      const id = `build-${++builtSoFar}`;
      const request = {
        folder,
        dockerfile: 'Dockerfile',
        imageName: image,
        arguments: [],
        ignoreCache: false,
        pullBase: false,
        ...options,
      };
      await builds.run.run(buildOptions.parse(request), { id, signal, report });
      // Its files are recorded a moment after it has ended; a comparison waits for them.
      await history.calls.compare({ id, before: id });
      return id;
    },
  };
}

/** Not in any cache: no other test, or run of this one, has said it. */
const fresh = (): string => `${Date.now()} ${Math.random()}`;

const DOCKERFILE = `FROM alpine:3.20
ARG LEVEL=1
COPY package.json /app/
RUN cat /app/package.json
COPY . /app/
RUN echo said && ls /app/src
RUN echo "$LEVEL" > /level
`;

const sample = (): Promise<string> =>
  project({
    Dockerfile: DOCKERFILE,
    '.dockerignore': '*.log\n',
    'package.json': fresh(),
    'src/a.js': fresh(),
    'src/b.js': 'b',
    'src/deep/c.js': 'c',
    'debug.log': 'never sent',
  });

describe('a build', () => {
  it('is kept with its steps, their output, what it was built from, and no secret', async () => {
    const history = await open();
    const folder = await sample();
    const id = await history.build(folder, {
      arguments: [
        { name: 'LEVEL', value: '2' },
        { name: 'NPM_TOKEN', value: 'canary-4d2c' },
      ],
    });
    await history.stop();
    const [listed] = await history.list({ folder });
    expect(listed).toMatchObject({ id, folder, outcome: 'done', imageName: image, steps: 5, cached: 0 });
    expect(listed!.endedAt).toBeGreaterThan(listed!.startedAt);

    const record = await history.record({ id });
    expect(record.source).toBe(DOCKERFILE);
    expect(record.contextFiles).toBeGreaterThan(0);
    expect(record.contextBytes).toBeGreaterThan(0);
    expect(record.options.arguments).toEqual([{ name: 'LEVEL', value: '2' }]);
    expect(record.hidden).toEqual(['NPM_TOKEN']);
    const step = record.pastSteps.find(({ line }) => line === 6)!;
    expect(step).toMatchObject({ state: 'done', lines: 4 });
    const log = await history.log({ id, step: step.id, from: 0, count: 2 });
    expect(log).toMatchObject({ total: 4, dropped: 0, lines: [{ text: 'said' }, { text: 'a.js' }] });
    expect(await history.log({ id, step: step.id, from: 3, count: 2 })).toMatchObject({
      lines: [{ text: 'deep' }],
    });
    expect(await history.log({ id, step: 'sha256:none', from: 0, count: 2 })).toMatchObject({ total: 0 });
    expect(history.said).toEqual([]);
    // Through another process's eyes as well: what counts lies on disk.
    const later = await open({ home: history.home });
    expect(await later.record({ id })).toEqual(record);
    const kept = await later.list({});
    expect(JSON.stringify([record, kept])).not.toContain('canary-4d2c');
  });

  it('that failed or was cancelled is kept as that', async () => {
    const history = await open();
    const folder = await project({ Dockerfile: 'FROM alpine:3.20\nRUN exit 7\n' });
    await failureOf(history.build(folder));
    const abort = new AbortController();
    abort.abort();
    await failureOf(history.build(folder, {}, { signal: abort.signal }));
    await history.stop();
    const [cancelled, failed] = await history.list({ folder });
    expect([cancelled?.outcome, failed?.outcome]).toEqual(['cancelled', 'failed']);
    const { failure, pastSteps } = await history.record({ id: failed!.id });
    expect(failure).toMatchObject({ code: 'build-failed', source: { line: 2 } });
    expect(pastSteps.find(({ line }) => line === 2)?.state).toBe('failed');
  });
});

describe('a build compared with the one before', () => {
  it('names the files that made a COPY run again, and what fell with it', async () => {
    const history = await open();
    const folder = await sample();
    await history.build(folder);
    await write(folder, { 'src/a.js': 'other', 'src/new.js': 'new', 'debug.log': 'other' });
    await rm(join(folder, 'src/b.js'));
    // Neither changes what is built.
    await utimes(join(folder, 'src/deep/c.js'), new Date(), new Date());
    const id = await history.build(folder);
    const comparison = await history.compare({ id });
    expect(comparison).toMatchObject({
      before: { id: 'build-1' },
      after: { id, cached: 2 },
      lost: [
        {
          line: 5,
          text: 'COPY . /app/',
          reason: 'files-changed',
          files: { added: ['src/new.js'], removed: ['src/b.js'], changed: ['src/a.js'], count: 3 },
        },
        { line: 6, reason: 'above-changed', stepLine: 5, step: 'COPY . /app/' },
        { line: 7, reason: 'above-changed' },
      ],
    });
    expect(comparison?.gained.map(({ line }) => line)).toEqual([3, 4]);
  });

  it('says when only permissions changed, when a line did, an argument, or the cache was ignored', async () => {
    const history = await open();
    const folder = await sample();
    await history.build(folder);
    const reasons = async (id: string) =>
      (await history.compare({ id }))?.lost.map(({ line, reason }) => `${line} ${reason}`);

    await chmod(join(folder, 'src/a.js'), 0o755);
    const mode = await history.build(folder);
    expect((await history.compare({ id: mode }))?.lost[0]).toMatchObject({
      files: { changed: ['src/a.js'] },
    });

    await write(folder, { Dockerfile: DOCKERFILE.replace('echo said', 'echo told') });
    expect(await reasons(await history.build(folder))).toEqual([
      // The Dockerfile is part of the context.
      '5 files-changed',
      '6 instruction-changed',
      '7 above-changed',
    ]);
    const argument = await history.build(folder, { arguments: [{ name: 'LEVEL', value: fresh() }] });
    expect(await reasons(argument)).toContainEqual('4 argument-changed');
    expect(await reasons(await history.build(folder, { ignoreCache: true }))).toEqual([
      '3 cache-ignored',
      '4 cache-ignored',
      '5 cache-ignored',
      '6 cache-ignored',
      '7 cache-ignored',
    ]);
  });

  it('says that the base image is another one', async () => {
    const history = await open();
    const base = `${image}-base`;
    onTestFinished(async () => {
      await docker(['rmi', '--force', base]).catch(() => undefined);
    });
    const basis = await project({});
    const folder = await project({ Dockerfile: `FROM ${base}\nRUN echo on it\n` });
    for (const content of [fresh(), fresh()]) {
      await write(basis, { Dockerfile: `FROM alpine:3.20\nRUN echo ${content} > /base\n` });
      await docker(['build', '--tag', base, basis]);
      await history.build(folder);
    }
    expect((await history.compare({ id: 'build-2' }))?.lost).toMatchObject([
      { line: 2, reason: 'base-changed', image: base },
    ]);
  });

  it('has nothing to say of the first', async () => {
    const history = await open();
    const id = await history.build(await sample());
    expect(await history.compare({ id })).toBeNull();
  });
});

describe('a build that was cut off', () => {
  it('by the death of the process that ran it is “interrupted” at the next start', async () => {
    const home = await makeFolder('home');
    const folder = await project({ Dockerfile: `FROM alpine:3.20\nRUN echo ${fresh()}; sleep 300\n` });
    const options = {
      folder,
      dockerfile: 'Dockerfile',
      imageName: image,
      arguments: [],
      ignoreCache: false,
      pullBase: false,
    };
    const process = spawn('node', [
      ...['--import', 'tsx', alone],
      ...[inject('engineHost'), home, 'cut-off', JSON.stringify(options)],
    ]);
    onTestFinished(() => void process.kill('SIGKILL'));
    await once(process.stdout, 'data');
    process.kill('SIGKILL');
    await once(process, 'exit');
    const history = await open({ home });
    expect(await history.list({ folder })).toMatchObject([
      { id: 'cut-off', outcome: 'interrupted', endedAt: null },
    ]);
    const again = await open({ home });
    expect(await again.record({ id: 'cut-off' })).toMatchObject({ outcome: 'interrupted', failure: null });
  });

  it.runIf(inject('engineIsPrivate'))(
    'by the death of the engine is “interrupted” when it ends',
    async () => {
      const own = await startEngine();
      onTestFinished(() => own.kill());
      const service = openEngine(own.host);
      onTestFinished(() => service.stop());
      await service.reconnect();
      const history = await open({ on: service });
      const folder = await project({ Dockerfile: 'FROM scratch\nCOPY . /\n', big: '' });
      await writeFile(join(folder, 'big'), Buffer.alloc(300 * 1024 * 1024));
      let begin = (): void => undefined;
      const building = new Promise<void>((resolve) => (begin = resolve));
      const report = ({ type }: BuildReport): void => {
        if (type === 'step') begin();
      };
      const failing = failureOf(history.build(folder, {}, { report }));
      await building;
      await own.kill();
      expect(await failing).toMatchObject({ code: 'interrupted' });
      await history.stop();
      expect(await history.list({ folder })).toMatchObject([{ outcome: 'interrupted' }]);
    },
  );
});

describe('the history', () => {
  it('keeps within its limit, the oldest going first', async () => {
    let limit = Infinity;
    const history = await open({ limit: () => limit });
    const folder = await sample();
    for (let count = 0; count < 3; count++) await history.build(folder);
    await history.stop();
    const { bytes, builds } = await history.usage();
    expect(builds).toBe(3);
    limit = bytes - 1;
    await history.prune();
    expect((await history.list({})).map(({ id }) => id)).toEqual(['build-3', 'build-2']);
    expect((await history.usage()).bytes).toBeLessThan(limit);
  });

  it('sets aside what it can’t read, says so, and shows the rest', async () => {
    const history = await open();
    const folder = await sample();
    const [first, second] = [await history.build(folder), await history.build(folder)];
    await history.stop();
    const [project] = await projectsIn(history.home);
    await writeFile(join(project!, first, 'build.json'), '{"id": "build-1", "folder"');
    await writeFile(join(project!, second, 'record.json'), 'null');
    const later = await open({ home: history.home });
    expect((await later.list({ folder })).map(({ id }) => id)).toEqual([second]);
    expect(await failureOf(later.record({ id: second }))).toMatchObject({ code: 'not-found' });
    expect(await later.list({ folder })).toEqual([]);
    expect(later.said).toHaveLength(2);
    expect(await later.usage()).toMatchObject({ builds: 0, damaged: 2 });
    await later.clear();
    expect(await later.usage()).toMatchObject({ bytes: 0, damaged: 0 });
  });

  it('lets go of one build, or of all', async () => {
    const history = await open();
    const folder = await sample();
    const [first, second] = [await history.build(folder), await history.build(folder)];
    await history.remove({ id: first });
    expect((await history.list({})).map(({ id }) => id)).toEqual([second]);
    const points = await history.trend({ folder });
    expect(points.map(({ id }) => id)).toEqual([second]);
    const size = await docker([
      'inspect',
      '--format',
      '{{.Size}}',
      (await history.list({}))[0]?.imageId ?? '',
    ]);
    expect(points[0]?.imageSize).toBe(Number(size));
    await history.clear();
    expect(await (await open({ home: history.home })).list({})).toEqual([]);
    expect(await failureOf(history.remove({ id: second }))).toMatchObject({ code: 'not-found' });
  });
});

async function projectsIn(home: string): Promise<readonly string[]> {
  return (await readdir(join(home, 'builds'))).map((name) => join(home, 'builds', name));
}
