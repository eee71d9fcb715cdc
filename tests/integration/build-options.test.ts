/** What a build can be asked for, on a real engine: secrets, the ssh agent, labels, names, network. */
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import type { BuildState } from '../../src/shared/build-progress.js';
import type { BuildRequest } from '../../src/shared/contract/build-options.js';
import { run as runProgram, startDaemon } from '../support/processes.js';
import { buildWith, failureOf, openBuilds, useEngine } from './parts.js';

const prefix = inject('namePrefix');
const { docker, engine } = useEngine();

/** Builds `files`, and gives what came of it and everything that was reported, as text. */
async function build(
  files: Readonly<Record<string, string | Buffer>>,
  options: Partial<BuildRequest> = {},
  environment: NodeJS.ProcessEnv = {},
  signal: AbortSignal = new AbortController().signal,
  onState: (state: BuildState) => void = () => undefined,
) {
  const folder = await mkdtemp(join(tmpdir(), 'strata-options-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
  const builds = await openBuilds({ engine: engine(), environment });
  const imageName = `${prefix}options`;
  onTestFinished(async () => {
    await docker(['rmi', '--force', imageName, ...(options.extraTags ?? [])]);
  });
  const { outcome, state } = await buildWith(
    builds,
    { folder, imageName, ignoreCache: true, ...options },
    { signal, onReport: (_report, now) => onState(now) },
  );
  return { ...outcome, folder, state, told: JSON.stringify(state) };
}

const run = (...args: readonly string[]): Promise<string> =>
  docker(['run', '--rm', `${prefix}options`, ...args]);
const inspect = async <T>(format: string): Promise<T> =>
  JSON.parse(await docker(['inspect', '--format', `{{json ${format}}}`, `${prefix}options`])) as T;

describe('a secret', () => {
  const dockerfile = [
    'FROM alpine:3.20',
    'RUN --mount=type=secret,id=token,required cp /run/secrets/token /copy && wc -c < /copy > /size && rm /copy',
    'RUN --mount=type=secret,id=absent test ! -e /run/secrets/absent',
  ].join('\n');

  it('from a file reaches the step that names it, byte by byte, and stays in no layer', async () => {
    const bytes = `first\r\nsecond ü \u0000 end`;
    const { told } = await build(
      { Dockerfile: dockerfile, '.dockerignore': 'token.txt', 'token.txt': bytes },
      { secrets: [{ id: 'token', from: 'file', source: 'token.txt' }] },
    );
    expect((await run('cat', '/size')).trim()).toBe(String(Buffer.byteLength(bytes)));
    expect(await run('ls', '/run/secrets')).toBe('');
    expect(told).not.toContain('second ü');
  });

  it('from the environment reaches it as well', async () => {
    const secrets = [{ id: 'token', from: 'environment', source: 'BUILD_TOKEN' }] as const;
    await build({ Dockerfile: dockerfile }, { secrets: [...secrets] }, { BUILD_TOKEN: 'twelve bytes' });
    expect((await run('cat', '/size')).trim()).toBe('12');
  });

  it('never shows in the output, the steps or the failure, in whichever form it is printed', async () => {
    const printing = [
      'FROM alpine:3.20',
      'ARG API_TOKEN',
      'RUN --mount=type=secret,id=key cat /run/secrets/key && base64 /run/secrets/key && echo "token: $API_TOKEN" && exit 4',
    ].join('\n');
    const key = 'first-line-of-a-key\nsecond-line-of-a-key\n';
    let told = '';
    const failing = build(
      { Dockerfile: printing, 'key.pem': key },
      {
        secrets: [{ id: 'key', from: 'file', source: 'key.pem' }],
        arguments: [{ name: 'API_TOKEN', value: 'token-9f8e7d' }],
      },
      {},
      undefined,
      (state) => (told = JSON.stringify(state)),
    );
    const failure = JSON.stringify(await failureOf(failing));
    for (const text of [told, failure]) {
      expect(text).toContain('token: [secret]');
      expect(text).not.toMatch(/line-of-a-key|token-9f8e7d/);
      expect(text).not.toContain(Buffer.from(key).toString('base64'));
    }
  });

  it('that is not there stops the build before it begins, and names where it was looked for', async () => {
    const missing = build(
      { Dockerfile: dockerfile },
      { secrets: [{ id: 'token', from: 'file', source: 'nowhere' }] },
    );
    expect(await failureOf(missing)).toMatchObject({
      code: 'not-found',
      detail: 'There is no file nowhere.',
    });
    const unset = build(
      { Dockerfile: dockerfile },
      { secrets: [{ id: 'token', from: 'environment', source: 'NOT_SET' }] },
    );
    expect(await failureOf(unset)).toMatchObject({
      code: 'not-found',
      title: expect.stringContaining('token'),
    });
  });

  it('of an id that only the Dockerfile has fails the step that wants it', async () => {
    expect(await failureOf(build({ Dockerfile: dockerfile }))).toMatchObject({ code: 'build-failed' });
  });
});

describe('the ssh agent', () => {
  /** An agent of the test's own with one key. */
  async function startAgent(): Promise<{ readonly socket: string; readonly keys: () => Promise<string> }> {
    const folder = await mkdtemp(join(tmpdir(), 'strata-agent-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const socket = join(folder, 'agent.sock');
    const agent = await startDaemon({
      name: 'ssh-agent',
      command: 'ssh-agent',
      args: ['-D', '-a', socket],
      isUp: () => existsSync(socket),
    });
    onTestFinished(() => agent.end());
    const key = join(folder, 'key');
    const env = { ...process.env, SSH_AUTH_SOCK: socket };
    await runProgram('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'for builds', '-f', key]);
    await runProgram('ssh-add', ['-q', key], { env });
    return { socket, keys: () => runProgram('ssh-add', ['-l'], { env }) };
  }

  /** The program that asks an agent, with the libraries that it needs, as this machine has them. */
  async function program(): Promise<{ readonly files: Record<string, Buffer>; readonly copies: string }> {
    const file = (await runProgram('sh', ['-c', 'command -v ssh-add'])).trim();
    const libraries = [...(await runProgram('ldd', [file])).matchAll(/(?<=\s)\/\S+/g)].map(([path]) => path);
    const paths = [file, ...libraries];
    const contents = await Promise.all(
      paths.map(async (path, at) => [`p${at}`, await readFile(path)] as const),
    );
    const copies = paths.map((path, at) => `COPY --chmod=755 p${at} ${at === 0 ? '/bin/ask' : path}`);
    return { files: Object.fromEntries(contents), copies: copies.join('\n') };
  }

  it('lists its keys for a step that asks, and can’t be told to forget them', async () => {
    const { files, copies } = await program();
    const agent = await startAgent();
    const dockerfile = [
      'FROM alpine:3.20',
      copies,
      'RUN --mount=type=ssh /bin/ask -l > /listed',
      'RUN --mount=type=ssh if /bin/ask -D 2> /refused; then exit 1; fi',
      'RUN test ! -S "$SSH_AUTH_SOCK"',
    ].join('\n');
    await build({ ...files, Dockerfile: dockerfile }, { sshAgent: true }, { SSH_AUTH_SOCK: agent.socket });
    expect(await run('cat', '/listed')).toBe(await agent.keys());
    expect(await run('cat', '/refused')).toContain('Failed to remove');
    expect(await agent.keys()).toContain('for builds');
  });

  it('that is wanted but not there is said before the build begins', async () => {
    const wanted = build({ Dockerfile: 'FROM alpine:3.20\n' }, { sshAgent: true });
    expect(await failureOf(wanted)).toMatchObject({
      code: 'not-found',
      detail: expect.stringContaining('SSH_AUTH_SOCK') as string,
    });
  });
});

describe('the cache', () => {
  const files = {
    Dockerfile: [
      'FROM alpine:3.20 AS one',
      'RUN cat /proc/sys/kernel/random/uuid > /one',
      'FROM alpine:3.20 AS two',
      'RUN cat /proc/sys/kernel/random/uuid > /two',
      'FROM alpine:3.20',
      'COPY --from=one /one /',
      'COPY --from=two /two /',
    ].join('\n'),
  };

  it('of one stage is ignored when that is asked for, and what comes of it is the same image as ever', async () => {
    await build(files, { ignoreCache: false });
    const before = (await run('cat', '/one', '/two')).split('\n');
    const { imageId, state, references } = await build(files, {
      ignoreCacheOf: 'two',
      labels: [{ name: 'with', value: 'a label' }],
    });
    const after = (await run('cat', '/one', '/two')).split('\n');
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
    expect((await docker(['inspect', '--format', '{{.Id}}', `${prefix}options`])).trim()).toBe(imageId);
    expect(await inspect('.Config.Labels')).toEqual({ with: 'a label' });
    expect(references).toEqual([`${prefix}options:latest`]);
    expect(state.steps.find(({ name }) => name.startsWith('[one 2/2]'))?.state).toBe('cached');
    expect(state.steps.find(({ name }) => name.startsWith('[two 2/2]'))?.state).toBe('done');
  });

  it('of one stage can be ignored in a build that fails, which says so as any other', async () => {
    const failing = { Dockerfile: 'FROM alpine:3.20 AS one\nRUN echo words && exit 3\n' };
    expect(await failureOf(build(failing, { ignoreCacheOf: 'one' }))).toMatchObject({
      code: 'build-failed',
      detail: expect.stringContaining('exit code 3') as string,
      source: { line: 2 },
    });
  });
});

it('a build that ignores the cache of one stage ends within a second of being cancelled, and the engine’s work with it', async () => {
  const abort = new AbortController();
  const slow = { Dockerfile: 'FROM alpine:3.20 AS one\nRUN echo started && sleep 314\n' };
  const outcome = build(slow, { ignoreCacheOf: 'one' }, {}, abort.signal, (state) => {
    if (Object.values(state.output).some(({ lines }) => lines.some(({ text }) => text === 'started')))
      abort.abort();
  });
  expect(await failureOf(outcome)).toMatchObject({ code: 'cancelled' });
  await expect.poll(() => processes('sleep 314'), { timeout: 1_000 }).toBe(0);
});

describe('an image', () => {
  it('gets the labels, and every name that was asked for', async () => {
    const other = `${prefix}options-other:two`;
    const { imageId, references } = await build(
      { Dockerfile: 'FROM scratch\nLABEL kept=yes\nCOPY Dockerfile /\n' },
      { labels: [{ name: 'org.example.note', value: 'with "quotes" and = signs' }], extraTags: [other] },
    );
    expect(references).toEqual([`${prefix}options:latest`, other]);
    expect((await docker(['inspect', '--format', '{{.Id}}', other])).trim()).toBe(imageId);
    expect(await inspect('.Config.Labels')).toEqual({
      kept: 'yes',
      'org.example.note': 'with "quotes" and = signs',
    });
  });

  it('is built without a network when that is asked for', async () => {
    await build({ Dockerfile: 'FROM alpine:3.20\nRUN ls /sys/class/net > /links\n' }, { network: 'none' });
    expect((await run('cat', '/links')).trim()).toBe('lo');
  });

  it('may be built from the layers of another', async () => {
    const { imageId } = await build(
      { Dockerfile: 'FROM alpine:3.20\nRUN true\n' },
      { cacheFrom: ['alpine:3.20'] },
    );
    expect(imageId).toMatch(/^sha256:/);
  });
});

/** How many processes on this machine were started as `command`. */
async function processes(command: string): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return lines.filter((line) => line.replaceAll('\0', ' ').trim() === command).length;
}
