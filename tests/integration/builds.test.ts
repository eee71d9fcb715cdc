import type Docker from 'dockerode';
import {
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  readlink,
  rm,
  symlink,
  truncate,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { Secret } from '../../src/main/credentials/index.js';
import { createEngine, type EngineService } from '../../src/main/engine/index.js';
import {
  buildProgress,
  MAX_OUTPUT_LINES,
  type BuildReport,
  type BuildState,
} from '../../src/shared/build-progress.js';
import { buildOptions, type BuildOptions } from '../../src/shared/contract/build-options.js';
import type { BuildOutcome } from '../../src/shared/contract/builds.js';
import type { JobRun } from '../../src/shared/contract/define.js';
import { FailureError, type Failure } from '../../src/shared/failure.js';
import { dockerFor, startEngine, type TestEngine } from '../support/engine.js';
import { openBuilds } from './parts.js';

const projects = fileURLToPath(new URL('../fixtures/projects/', import.meta.url));
const prefix = inject('namePrefix');

let engine: EngineService;
let docker: TestEngine['docker'];

beforeAll(async () => {
  docker = await dockerFor(inject('engineHost'));
  engine = await connect(inject('engineHost'));
});
afterAll(() => engine.stop());

describe('a build of a sample project', () => {
  it.each(['hello-web', 'notes-node', 'notes-nginx'])(
    'of %s gives the image that the docker CLI then lists, and a second one takes all of it from the cache',
    async (project) => {
      const name = `${prefix}${project}`;
      await removeAfterwards(name);
      const first = await build({ folder: join(projects, project), imageName: name }).outcome;
      const listed = await docker(['images', '--no-trunc', '--quiet', `${name}:latest`]);
      expect(first.imageId).toBe(listed.trim());
      expect(first.references).toEqual([`${name}:latest`]);

      const again = build({ folder: join(projects, project), imageName: name });
      expect((await again.outcome).imageId).toBe(first.imageId);
      const own = ownSteps(again.state()).filter((step) => !step.name.includes('] FROM '));
      expect(own.length).toBeGreaterThan(0);
      expect(own.map(({ state }) => state)).toEqual(own.map(() => 'cached'));
    },
  );

  it('tells every step with its Dockerfile line, and when it ran', async () => {
    await removeAfterwards(`${prefix}lines`);
    const run = build({
      folder: join(projects, 'hello-web'),
      imageName: `${prefix}lines`,
      ignoreCache: true,
    });
    await run.outcome;
    const steps = ownSteps(run.state());
    const found = Object.fromEntries(
      steps.map((step) => [step.name.replace(/^(\[.*?\] \S+).*/, '$1'), step.line]),
    );
    expect(found).toMatchObject({
      '[build 2/5] WORKDIR': 3,
      '[build 3/5] COPY': 4,
      '[build 4/5] COPY': 5,
      '[build 5/5] RUN': 6,
      '[stage-1 2/3] RUN': 10,
      '[stage-1 3/3] COPY': 11,
    });
    for (const step of steps) {
      expect(step.state).toMatch(/^(done|cached)$/);
      expect(step.endedAt ?? 0).toBeGreaterThanOrEqual(step.startedAt ?? Infinity);
    }
    expect(run.state()).toMatchObject({ phase: 'ended', contextFiles: 4 });
  });
});

describe('what the engine gets', () => {
  it('is the folder without what .dockerignore names', async () => {
    const files = await filesIn({
      Dockerfile: 'FROM alpine:3.20\nCOPY . /c/\n',
      '.dockerignore': '# secrets\n.env\n*.log\nnode_modules\n!keep.log\nsub/*\n!sub/kept/deep\n',
      '.env': 'SECRET=1',
      'a.log': '',
      'keep.log': '',
      'node_modules/m/index.js': '',
      'sub/one': '',
      'sub/kept/deep/two': '',
      'sub/kept/three': '',
      'with space.txt': '',
      'ünïcode.txt': '',
    });
    expect(files).toEqual([
      './.dockerignore',
      './Dockerfile',
      './keep.log',
      './sub/kept/deep/two',
      './with space.txt',
      './ünïcode.txt',
    ]);
  });

  it('goes by the ignore file of the Dockerfile when there is one', async () => {
    const files = await filesIn(
      {
        'docker/web.Dockerfile': 'FROM alpine:3.20\nCOPY . /c/\n',
        'docker/web.Dockerfile.dockerignore': 'b\n.dockerignore\ndocker',
        '.dockerignore': 'a',
        a: '',
        b: '',
      },
      'docker/web.Dockerfile',
    );
    expect(files).toContain('./a');
    expect(files).not.toContain('./b');
  });

  it.each([
    ['BuildKit', '1'],
    ['the classic builder', '0'],
  ])(
    'makes the same layers as `docker build` with %s: links, modes, long and strange names',
    async (_, on) => {
      const folder = await project({
        Dockerfile: 'FROM alpine:3.20\nCOPY . /c/\n',
        '.dockerignore': 'left-out',
        'left-out': 'x',
        'plain.txt': 'text',
        'empty/.keep': '',
        [`${'long'.repeat(40)}/${'name'.repeat(40)}`]: 'long',
        'größe/日本.txt': 'ü',
        'tool.sh': '#!/bin/sh\n',
      });
      await symlink('plain.txt', join(folder, 'link'));
      await symlink('/nowhere', join(folder, 'dangling'));
      const [ours, theirs] = [`${prefix}ours`, `${prefix}theirs`];
      await removeAfterwards(ours, theirs);
      await docker(['build', '--no-cache', '--tag', theirs, folder], { env: { DOCKER_BUILDKIT: on } });
      await build(
        { folder, imageName: ours, ignoreCache: true },
        on === '1' ? engine : withoutBuildkit(engine),
      ).outcome;
      const list = 'cd /c && find . -exec stat -c "%n %A %u %g %s" {} + | sort';
      const contents = (name: string) => docker(['run', '--rm', name, 'sh', '-c', list]);
      expect(await contents(ours)).toBe(await contents(theirs));
    },
  );

  it('is, for BuildKit, what the docker CLI gives it: each takes the other’s layers from the cache', async () => {
    const folder = await project({
      'docker/Dockerfile': 'FROM alpine:3.20\nCOPY package.json /a/\nRUN echo once > /once\nCOPY . /c/\n',
      '.dockerignore': 'docker\n.dockerignore\n*.log\n',
      'package.json': '{}',
      'x.log': 'no',
      'empty/.keep': '',
      'größe/日本 .txt': 'ü',
      'tool.sh': '#!/bin/sh\n',
    });
    await symlink('tool.sh', join(folder, 'link'));
    const [ours, theirs] = [`${prefix}ours`, `${prefix}theirs`];
    await removeAfterwards(ours, theirs);
    const dockerfile = 'docker/Dockerfile';
    const strata = () => build({ folder, dockerfile, imageName: ours }).outcome;
    const cli = () => docker(['build', '--file', join(folder, dockerfile), '--tag', theirs, folder]);
    const id = (name: string) => docker(['inspect', '--format', '{{.Id}}', name]);
    await strata();
    await cli();
    expect(await id(theirs)).toBe(await id(ours));
    await writeFile(join(folder, 'package.json'), '{"changed":true}');
    await cli();
    await strata();
    expect(await id(ours)).toBe(await id(theirs));
    const files = await docker(['run', '--rm', ours, 'sh', '-c', 'cd /c && find . -type f -o -type l']);
    expect(files.trim().split('\n').sort()).toEqual([
      './empty/.keep',
      './größe/日本 .txt',
      './link',
      './package.json',
      './tool.sh',
    ]);
  });

  it('is, for BuildKit, only what has changed since the last build of the folder', async () => {
    const folder = await project({
      Dockerfile: 'FROM alpine:3.20\nCOPY . /c/\n',
      small: 'one',
      'sub/gone': '',
    });
    await writeFile(join(folder, 'big'), Buffer.alloc(5_000_000, 'x'));
    const options = { folder, imageName: `${prefix}changes` };
    await removeAfterwards(options.imageName);
    expect((await build(options).outcome).contextBytes).toBeGreaterThan(5_000_000);
    expect((await build(options).outcome).contextBytes).toBe(0);
    await writeFile(join(folder, 'small'), 'another');
    await rm(join(folder, 'sub'), { recursive: true });
    expect((await build(options).outcome).contextBytes).toBe('another'.length);
    const script = 'cat /c/small; ls /c; wc -c < /c/big';
    expect(await docker(['run', '--rm', options.imageName, 'sh', '-c', script])).toBe(
      'anotherDockerfile\nbig\nsmall\n5000000\n',
    );
  });

  it('is the same for builds of one folder at the same time', async () => {
    const folder = await project({ Dockerfile: 'FROM alpine:3.20\nARG N\nRUN echo $N\nCOPY . /c/\n' });
    await writeFile(join(folder, 'big'), Buffer.alloc(5_000_000, 'x'));
    const names = Array.from({ length: 4 }, (_, at) => `${prefix}at-once-${at}`);
    await removeAfterwards(...names);
    const all = names.map(
      (imageName, at) => build({ folder, imageName, arguments: [{ name: 'N', value: String(at) }] }).outcome,
    );
    expect(new Set((await Promise.all(all)).map(({ imageId }) => imageId)).size).toBe(4);
  });

  it('takes arguments and the target stage', async () => {
    const folder = await project({
      Dockerfile: 'FROM alpine:3.20 AS one\nARG WHO\nRUN echo "$WHO" > /who\nFROM one AS two\nRUN exit 1\n',
    });
    await removeAfterwards(`${prefix}target`);
    await build({
      folder,
      imageName: `${prefix}target`,
      target: 'one',
      arguments: [{ name: 'WHO', value: 'me & "you"=ü' }],
    }).outcome;
    expect(await docker(['run', '--rm', `${prefix}target`, 'cat', '/who'])).toBe('me & "you"=ü\n');
  });
});

describe.each([
  ['BuildKit', (service: EngineService) => service],
  ['the classic builder', withoutBuildkit],
])('a build that fails, with %s,', (_, through) => {
  const failure = (options: Partial<BuildOptions> & { folder: string }) =>
    failureOf(build({ imageName: `${prefix}fails`, ...options }, through(engine)).outcome);

  it('names the step, its line, its exit code and its output', async () => {
    const run = build(
      { folder: join(projects, 'failing-run'), imageName: `${prefix}fails` },
      through(engine),
    );
    const { code, title, detail, cause, source } = await failureOf(run.outcome);
    expect(code).toBe('build-failed');
    expect(title).toContain('RUN sh check.sh');
    expect(detail).toContain('exit code 7');
    expect(source).toEqual({ file: 'Dockerfile', line: 4 });
    const check = await readFile(join(projects, 'failing-run/check.sh'), 'utf8');
    const said = /echo "?([^"\n$>]+)/.exec(check)![1]!.trim();
    expect(cause).toContain(said);
    const failed = run.state().steps.find(({ state }) => state === 'failed');
    expect(failed?.name).toContain('RUN sh check.sh');
    expect(run.state().steps.filter(({ state }) => state === 'running' || state === 'waiting')).toEqual([]);
  });

  it('names file, line and reason of a syntax error', async () => {
    const { code, title, detail, source } = await failure({ folder: join(projects, 'syntax-error') });
    expect(code).toBe('build-failed');
    expect(title).toContain('Dockerfile');
    expect(detail).toMatch(/COYP/i);
    expect(source).toEqual({ file: 'Dockerfile', line: 3 });
  });

  it('says that there is no Dockerfile, before anything is sent', async () => {
    const { code, title, remedy } = await failure({ folder: join(projects, 'no-dockerfile') });
    expect(code).toBe('not-found');
    expect(title).toContain('Dockerfile');
    expect(remedy).toBeTruthy();
  });

  it('names what a COPY looks for in vain', async () => {
    const folder = await project({ Dockerfile: 'FROM alpine:3.20\nENV A=1\nCOPY missing.txt /\n' });
    const { code, title, source } = await failure({ folder });
    expect(code).toBe('build-failed');
    expect(title).toContain('missing.txt');
    expect(source).toEqual({ file: 'Dockerfile', line: 3 });
  });

  it('says when the base image can’t be had', async () => {
    const folder = await project({ Dockerfile: `FROM ${inject('openRegistry')}/no/such:1\n` });
    const { code, cause } = await failure({ folder });
    expect(['not-found', 'denied', 'build-failed']).toContain(code);
    expect(cause).toContain('no/such');
  });

  it('says that a login is wanted for the base image', async () => {
    const folder = await project({ Dockerfile: `FROM ${inject('guardedRegistry')}/private:1\n` });
    expect((await failure({ folder })).code).toBe('auth-required');
  });

  it('says that there is no such stage', async () => {
    const folder = await project({ Dockerfile: 'FROM alpine:3.20 AS one\n' });
    const { title, detail } = await failure({ folder, target: 'nope' });
    expect(`${title} ${detail}`).toContain('nope');
  });

  it('refuses a bad image name before it does anything', async () => {
    const { code, title } = await failure({ folder: projects, imageName: 'Not A Name' });
    expect(code).toBe('invalid-input');
    expect(title).toContain('Not A Name');
  });
});

describe('a build with the classic builder', () => {
  it('tells its steps, and which of them came from the cache', async () => {
    await removeAfterwards(`${prefix}classic`);
    const folder = await project({ Dockerfile: 'FROM alpine:3.20\nENV A=1\nRUN echo said\nCMD ["x"]\n' });
    const options = { folder, imageName: `${prefix}classic` };
    const first = build({ ...options, ignoreCache: true }, withoutBuildkit(engine));
    const { imageId } = await first.outcome;
    expect((await docker(['images', '--no-trunc', '--quiet', `${prefix}classic`])).trim()).toBe(imageId);
    expect(first.state().steps.map(({ state, line }) => [state, line])).toEqual([
      ['done', 1],
      ['done', 2],
      ['done', 3],
      ['done', 4],
    ]);
    expect(Object.values(first.state().output).flatMap(({ lines }) => lines.map(({ text }) => text))).toEqual(
      ['said'],
    );
    const again = build(options, withoutBuildkit(engine));
    await again.outcome;
    expect(again.state().steps.map(({ state }) => state)).toEqual(['done', 'cached', 'cached', 'cached']);
  });
});

describe.each([
  ['BuildKit', (service: EngineService) => service],
  ['the classic builder', withoutBuildkit],
])('a private base image, with %s,', (_, through) => {
  it('is had with the login of its registry, and no other login is asked for', async () => {
    const [user, password] = Object.entries(inject('users'))[0]!;
    const guarded = inject('guardedRegistry');
    const base = `${guarded}/${prefix}base:1`;
    await removeAfterwards(base, `${prefix}from-private`);
    await docker(['tag', 'alpine:3.20', base]);
    await docker(['login', '--username', user, '--password-stdin', guarded], { input: password });
    await docker(['push', base]);
    await docker(['rmi', base]);
    const asked = new Set<string>();
    const builds = await openBuilds({
      engine: through(engine),
      authFor: (registry) => {
        asked.add(registry);
        return Promise.resolve({ username: user, secret: new Secret(password) });
      },
    });
    const folder = await project({ Dockerfile: `FROM ${base}\n` });
    const options = { folder, imageName: `${prefix}from-private`, pullBase: true, ignoreCache: true };
    const run = { id: 'private', report: () => undefined, signal: new AbortController().signal };
    expect((await builds.run.run(optionsOf(options), run)).imageId).toMatch(/^sha256:/);
    expect([...asked]).toEqual([guarded]);
  });

  it('that a locked keychain has the login of fails with what is wrong with the keychain', async () => {
    const locked = new FailureError({
      code: 'keychain-unavailable',
      title: 'Locked',
      detail: 'It is locked.',
    });
    const builds = await openBuilds({
      engine: through(engine),
      authFor: () => Promise.reject(locked),
    });
    const folder = await project({ Dockerfile: `FROM ${inject('guardedRegistry')}/${prefix}none:1\n` });
    const run = { id: 'locked', report: () => undefined, signal: new AbortController().signal };
    const outcome = builds.run.run(optionsOf({ folder, imageName: `${prefix}locked` }), run);
    expect((await failureOf(outcome)).code).toBe('keychain-unavailable');
  });
});

describe('the output of a build', () => {
  it('stays bounded whatever a step says, and says how much of it was let go', async () => {
    const folder = await project({
      Dockerfile: 'FROM alpine:3.20\nRUN i=0; while [ $i -lt 100000 ]; do echo "line $i"; i=$((i+1)); done\n',
    });
    await removeAfterwards(`${prefix}chatty`);
    const run = build({ folder, imageName: `${prefix}chatty`, ignoreCache: true });
    await run.outcome;
    const output = Object.values(run.state().output).find(({ lines }) => lines.length > 1000)!;
    expect(output.lines.length).toBeLessThanOrEqual(MAX_OUTPUT_LINES);
    // The engine itself drops output beyond 1 MB a step, and says so.
    expect(output.dropped).toBeGreaterThan(MAX_OUTPUT_LINES);
  });
});

describe('a build that is cancelled', () => {
  it.each([
    ['BuildKit', (service: EngineService) => service],
    ['the classic builder', withoutBuildkit],
  ])('with %s during a step ends within a second, and the engine stops the step', async (_, through) => {
    const seconds = String(300 + Math.floor(Math.random() * 1e6));
    const folder = await project({ Dockerfile: `FROM alpine:3.20\nRUN sleep ${seconds}\n` });
    const run = build({ folder, imageName: `${prefix}cancelled` }, through(engine));
    await run.until((state) =>
      state.steps.some((step) => step.name.includes('RUN sleep') && step.state === 'running'),
    );
    await until(async () => (await sleepers(seconds)) > 0);
    const asked = Date.now();
    run.cancel();
    const { code } = await failureOf(run.outcome);
    expect(Date.now() - asked).toBeLessThan(1_000);
    expect(code).toBe('cancelled');
    expect(run.state().phase).toBe('ended');
    expect(run.state().steps.find(({ name }) => name.includes('RUN sleep'))?.state).toBe('cancelled');
    await until(async () => (await sleepers(seconds)) === 0);
    expect(await docker(['images', '--quiet', `${prefix}cancelled`])).toBe('');
  });

  it('while its context still goes up ends within a second', async () => {
    const folder = await project({ Dockerfile: 'FROM scratch\nCOPY big /\n' });
    await writeFile(join(folder, 'big'), Buffer.alloc(64 * 1024 * 1024));
    for (let at = 0; at < 8; at++) await writeFile(join(folder, `big${at}`), Buffer.alloc(64 * 1024 * 1024));
    const run = build({ folder, imageName: `${prefix}cancelled` });
    await run.until((state) => state.contextFiles > 0);
    expect(run.state().phase).toBe('context');
    const asked = Date.now();
    run.cancel();
    expect((await failureOf(run.outcome)).code).toBe('cancelled');
    expect(Date.now() - asked).toBeLessThan(1_000);
  });

  it('before it has begun never begins', async () => {
    const run = build({ folder: join(projects, 'hello-web'), imageName: `${prefix}cancelled` });
    run.cancel();
    expect((await failureOf(run.outcome)).code).toBe('cancelled');
    expect(await docker(['images', '--quiet', `${prefix}cancelled`])).toBe('');
  });
});

describe.runIf(process.platform === 'linux')('a file that shrinks while it is sent', () => {
  it('is named, and the build ends', async () => {
    const folder = await project({ Dockerfile: 'FROM scratch\nCOPY . /\n', big: '' });
    const big = join(folder, 'big');
    await truncate(big, 16 * 1024 ** 3);
    const run = build({ folder, imageName: `${prefix}shrinks` });
    await until(async () => isOpen(big));
    await truncate(big, 1);
    const failure = await failureOf(run.outcome);
    expect(failure).toMatchObject({ code: 'interrupted', title: expect.stringContaining('big') as string });
  });
});

describe.runIf(inject('engineIsPrivate'))('an engine that is killed', () => {
  it('during a build leaves it interrupted, never a success', async () => {
    const own = await startEngine();
    // Not stop(): what a killed engine had mounted goes with the sandbox, and can't be removed before.
    onTestFinished(() => own.kill());
    const root = await rootOf('busybox:1.36');
    await own.docker(['import', root, 'base:1']);
    const service = await connect(own.host);
    onTestFinished(() => service.stop());
    const folder = await project({ Dockerfile: 'FROM base:1\nRUN sleep 300\n' });
    const run = build({ folder, imageName: `${own.prefix}x` }, service);
    await run.until((state) =>
      state.steps.some((step) => step.name.includes('sleep') && step.state === 'running'),
    );
    await own.kill();
    const { code, title } = await failureOf(run.outcome);
    expect(code).toBe('interrupted');
    expect(title).toContain(`${own.prefix}x`);
    expect(run.state().steps.some(({ state }) => state === 'running')).toBe(false);
  });
});

async function connect(host: string): Promise<EngineService> {
  const service = createEngine({ environment: { DOCKER_HOST: host }, onStatus: () => undefined });
  if ((await service.reconnect()).state !== 'connected') throw new Error(`no engine at ${host}`);
  return service;
}

/** The same engine as if it were an older one. */
function withoutBuildkit(service: EngineService): EngineService {
  return {
    ...service,
    docker: (): Docker => service.docker(),
    status: () => {
      const status = service.status();
      return status.state === 'connected' ? { ...status, buildkit: false } : status;
    },
  };
}

function optionsOf(options: Partial<BuildOptions> & { folder: string; imageName: string }): BuildOptions {
  return buildOptions.parse({
    dockerfile: 'Dockerfile',
    arguments: [],
    ignoreCache: false,
    pullBase: false,
    ...options,
  });
}

type Run = {
  readonly outcome: Promise<BuildOutcome>;
  readonly state: () => BuildState;
  readonly cancel: () => void;
  /** Resolves once the state is as wanted. @throws Error when the build ends before */
  readonly until: (isSo: (state: BuildState) => boolean) => Promise<void>;
};

let runs = 0;

function build(
  options: Partial<BuildOptions> & { folder: string; imageName: string },
  service = engine,
): Run {
  const abort = new AbortController();
  let state = buildProgress.initial();
  const watchers = new Set<() => void>();
  const run: JobRun<BuildReport> = {
    id: `test-${++runs}`,
    signal: abort.signal,
    report: (report) => {
      state = buildProgress.reduce(state, report);
      watchers.forEach((watcher) => watcher());
    },
  };
  const outcome = openBuilds({ engine: service }).then((builds) => builds.run.run(optionsOf(options), run));
  outcome.catch(() => undefined);
  return {
    outcome,
    state: () => state,
    cancel: () => abort.abort(),
    until: (isSo) =>
      new Promise((resolve, reject) => {
        const check = () => isSo(state) && resolve();
        watchers.add(check);
        outcome.then(() => reject(new Error('the build ended')), reject);
        check();
      }),
  };
}

const ownSteps = (state: BuildState) => state.steps.filter(({ name }) => /^\[[^\]]*\d\/\d+\]/.test(name));

async function failureOf(outcome: Promise<unknown>): Promise<Failure> {
  const error: unknown = await outcome.then(
    () => new Error('it succeeded'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof FailureError) return error.failure;
  throw error;
}

async function project(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'strata-builds-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text, { mode: file.endsWith('.sh') ? 0o755 : 0o644 });
  }
  return folder;
}

/** The files under /c in an image built of `files`. */
async function filesIn(
  files: Readonly<Record<string, string>>,
  dockerfile = 'Dockerfile',
): Promise<string[]> {
  const imageName = `${prefix}files`;
  await removeAfterwards(imageName);
  await build({ folder: await project(files), imageName, dockerfile }).outcome;
  const found = await docker(['run', '--rm', imageName, 'sh', '-c', 'cd /c && find . -type f']);
  return found.trim().split('\n').sort();
}

function removeAfterwards(...names: readonly string[]): Promise<void> {
  onTestFinished(async () => {
    await docker(['rmi', '--force', ...names]);
  });
  return Promise.resolve();
}

/** How many processes on this machine are a `sleep` of just that long. */
async function sleepers(seconds: string): Promise<number> {
  let count = 0;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (line.startsWith(`sleep\0${seconds}`)) count++;
  }
  return count;
}

async function isOpen(file: string): Promise<boolean> {
  const open = (await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => ''));
  return (await Promise.all(open)).includes(file);
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('it never came to be so');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** An image's files in a tar: what `docker import` takes. */
async function rootOf(image: string): Promise<string> {
  const container = (await docker(['create', image, 'true'])).trim();
  const archive = join(tmpdir(), `${container}.tar`);
  onTestFinished(() => unlink(archive));
  await docker(['export', '--output', archive, container]);
  await docker(['rm', container]);
  return archive;
}
