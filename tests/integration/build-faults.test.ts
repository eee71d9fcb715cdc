/** Builds when something breaks: a clear outcome each, and nothing left behind. */
import { randomBytes } from 'node:crypto';
import { appendFile, mkdtemp, readdir, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, inject, it, onTestFinished } from 'vitest';
import type { EngineService } from '../../src/main/engine/index.js';
import type { BuildReport } from '../../src/shared/build-progress.js';
import type { BuildRequest } from '../../src/shared/contract/build-options.js';
import type { BuildOutcome } from '../../src/shared/contract/builds.js';
import type { Failure } from '../../src/shared/failure.js';
import { startEngine } from '../support/engine.js';
import { relay, type Relay } from '../support/relay.js';
import { buildWith, failureOf, openBuilds, openEngine, useEngine } from './parts.js';

const prefix = inject('namePrefix');
const { docker, engine } = useEngine();

async function project(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'strata-faults-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

type Following = {
  readonly service?: EngineService;
  readonly signal?: AbortSignal;
  readonly onReport?: (report: BuildReport) => void;
};

async function build(
  options: Partial<BuildRequest> & { readonly folder: string },
  { service = engine(), ...following }: Following = {},
): Promise<BuildOutcome> {
  const builds = await openBuilds({ engine: service });
  return (await buildWith(builds, { imageName: `${prefix}faults`, ...options }, following)).outcome;
}

const MEGABYTE = 1024 * 1024;

describe.runIf(inject('engineIsPrivate'))('an engine whose disk is full', () => {
  it('fails the build with just that, and builds again once there is room', async () => {
    const own = await startEngine({ diskMegabytes: 48 });
    onTestFinished(() => own.kill());
    const service = openEngine(own.host);
    await service.reconnect();
    onTestFinished(() => service.stop());
    const folder = await project({
      Dockerfile: 'FROM scratch\nCOPY big /\n',
      big: Buffer.alloc(64 * MEGABYTE, 1),
    });
    const failure = await failureOf(build({ folder }, { service }));
    expect(failure).toMatchObject({ code: 'disk-full', remedy: expect.stringMatching(/./) as string });
    await writeFile(join(folder, 'big'), 'small now');
    // The engine lets go of what it had received in its own time.
    const again = async (): Promise<string> => {
      await own.docker(['builder', 'prune', '--all', '--force']);
      return build({ folder }, { service }).then(
        ({ imageId }) => imageId,
        () => 'no room yet',
      );
    };
    await expect.poll(again, { timeout: 30_000 }).toMatch(/^sha256:/);
  });
});

describe('a file that changes while it is sent', () => {
  it('is sent as long as it was, when it has grown', async () => {
    const size = 48 * MEGABYTE;
    const folder = await project({
      Dockerfile: 'FROM alpine:3.20\nCOPY big /\n',
      big: Buffer.alloc(size, 7),
    });
    let grown: Promise<void> | undefined;
    await build(
      { folder },
      {
        onReport(report) {
          if (report.type === 'context' && report.bytes > 0)
            grown ??= appendFile(join(folder, 'big'), Buffer.alloc(MEGABYTE, 8));
        },
      },
    );
    expect(grown).toBeDefined();
    await grown;
    expect((await docker(['run', '--rm', `${prefix}faults`, 'wc', '-c', '/big'])).trim()).toBe(
      `${size} /big`,
    );
  });

  it('is named, when it is gone before its turn', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 24 }, (_, at) => [
        `f${String(at).padStart(2, '0')}`,
        Buffer.alloc(4 * MEGABYTE, at),
      ]),
    );
    const folder = await project({ Dockerfile: 'FROM scratch\nCOPY . /\n', ...files });
    let gone: Promise<void> | undefined;
    const outcome = build(
      { folder },
      {
        onReport(report) {
          if (report.type === 'context' && report.files > 0) gone ??= unlink(join(folder, 'f23'));
        },
      },
    );
    const failure = await failureOf(outcome);
    expect(failure).toMatchObject({ code: 'interrupted', title: 'f23 changed while it was sent' });
    expect(failure.remedy).toContain('Build again');
  });
});

describe('an engine that gives up the connection on which it is sent files', () => {
  let way: Relay;
  let service: EngineService;
  beforeEach(async () => {
    const socket = join(await mkdtemp(join(tmpdir(), 'strata-relay-')), 'engine.sock');
    way = await relay(socket, inject('engineSocket'));
    service = openEngine(`unix://${socket}`);
    await service.reconnect();
    onTestFinished(async () => {
      service.stop();
      way.close();
      await rm(dirname(socket), { recursive: true, force: true });
    });
  });

  const expectInterrupted = (failure: Failure): void => {
    expect(failure).toMatchObject({
      code: 'interrupted',
      title: `The build of ${prefix}faults:latest was interrupted`,
      remedy: expect.stringContaining('build again') as string,
    });
    expect(failure.source).toBeUndefined();
  };

  // After a pause of its own, an engine that waited for a word on that connection takes it for dead.
  it.each(['cut', 'silence'] as const)('interrupts the build whose context travels: %s', async (how) => {
    const folder = await project({
      Dockerfile: 'FROM scratch\nCOPY big /\n',
      big: randomBytes(64 * MEGABYTE),
    });
    let found = 0;
    const outcome = build(
      { folder },
      {
        service,
        onReport(report) {
          if (report.type === 'context' && report.bytes > 0 && found === 0) found = way[how]('POST /session');
        },
      },
    );
    expectInterrupted(await failureOf(outcome));
    expect(found).toBe(1);
  });

  it('interrupts the build that wants more on it later', async () => {
    const folder = await project({
      Dockerfile: 'FROM alpine:3.20\nRUN sleep 2\nRUN --mount=type=secret,id=word cat /run/secrets/word\n',
      word: 'sesame',
    });
    const secret = { id: 'word', from: 'file', source: 'word' } as const;
    let found = 0;
    const outcome = build(
      { folder, ignoreCache: true, secrets: [secret] },
      {
        service,
        onReport(report) {
          const isRunning =
            report.type === 'step' && report.step.name.includes('sleep') && report.step.startedAt;
          if (isRunning && found === 0) found = way.cut('POST /session');
        },
      },
    );
    expectInterrupted(await failureOf(outcome));
    expect(found).toBe(1);
  });
});

describe('many builds', () => {
  it('at once each get their own', async () => {
    const names = ['one', 'two', 'three', 'four', 'five'];
    const ids = await Promise.all(
      names.map(async (name) => {
        const folder = await project({
          Dockerfile: `FROM alpine:3.20\nCOPY said /\nRUN cat /said\n`,
          said: name,
        });
        const imageName = `${prefix}faults-${name}`;
        onTestFinished(async () => {
          await docker(['rmi', '--force', imageName]);
        });
        const said: string[] = [];
        const { imageId } = await build(
          { folder, imageName, ignoreCache: true },
          {
            onReport(report) {
              if (report.type === 'output') said.push(...report.lines.map(({ text }) => text));
            },
          },
        );
        expect(said).toEqual([name]);
        return imageId;
      }),
    );
    expect(new Set(ids).size).toBe(names.length);
  });

  it('cancelled a thousand times, at any moment, leave no connection, file or session behind', async () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`f${at}`, `content ${at}`]));
    const folder = await project({ Dockerfile: 'FROM alpine:3.20\nCOPY . /c/\nRUN sleep 20\n', ...files });
    const engines = await enginePids();
    const once = async (at: number): Promise<string> => {
      const abort = new AbortController();
      let told = 0;
      // Before it begins, while the session opens, while the context goes up, while a step runs.
      const moment = at % 20;
      if (moment === 0) abort.abort();
      else if (moment < 10) setTimeout(() => abort.abort(), moment * 3);
      const outcome = build(
        { folder, ignoreCache: true },
        {
          signal: abort.signal,
          onReport() {
            if (moment >= 10 && ++told >= moment - 9) abort.abort();
          },
        },
      );
      return (await failureOf(outcome)).code;
    };
    const many = async (from: number, count: number): Promise<string[]> => {
      const codes: string[] = [];
      for (let at = from; at < from + count; at += 10)
        codes.push(...(await Promise.all(Array.from({ length: 10 }, (_, more) => once(at + more)))));
      return codes;
    };
    // What is made once, by the first of them, is no leak.
    await many(0, 40);
    const before = { own: await openFiles(process.pid), engines: await filesOf(engines) };
    const codes = await many(0, 1_000);
    expect(codes).toHaveLength(1_000);
    expect(new Set(codes)).toEqual(new Set(['cancelled']));
    await expect.poll(() => openFiles(process.pid), { timeout: 20_000 }).toBeLessThanOrEqual(before.own + 5);
    await expect.poll(() => filesOf(engines), { timeout: 20_000 }).toBeLessThanOrEqual(before.engines + 20);
    expect((await readdir(folder)).sort()).toEqual(['Dockerfile', ...Object.keys(files)].sort());
    await writeFile(join(folder, 'Dockerfile'), 'FROM alpine:3.20\nCOPY . /c/\n');
    expect((await build({ folder })).imageId).toMatch(/^sha256:/);
  });
});

const openFiles = async (pid: number): Promise<number> => (await readdir(`/proc/${pid}/fd`)).length;
const filesOf = async (pids: readonly number[]): Promise<number> =>
  (await Promise.all(pids.map(openFiles))).reduce((sum, count) => sum + count, 0);

/** The engines on this machine, as far as this sandbox sees them. */
async function enginePids(): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const names = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')));
  return pids.filter((_, at) => names[at]?.trim() === 'dockerd');
}
