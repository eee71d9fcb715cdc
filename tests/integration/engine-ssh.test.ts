import { delimiter } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { createEngine } from '../../src/main/engine/index.js';
import type { EngineStatus } from '../../src/shared/contract/engine.js';
import { run } from '../support/processes.js';
import { startSshServer, type TestSshServer } from '../support/ssh-server.js';

describe.runIf(inject('engineIsPrivate'))('an engine over ssh', () => {
  let server: TestSshServer;
  const path = process.env.PATH;
  beforeAll(async () => {
    server = await startSshServer(inject('engineHost'));
    process.env.PATH = `${server.programs}${delimiter}${path}`;
  });
  afterAll(async () => {
    process.env.PATH = path;
    await server.stop();
  });

  function follow(host = `ssh://${server.address}`) {
    const changes = new EventTarget();
    const engine = createEngine({
      environment: { DOCKER_HOST: host },
      onStatus: () => changes.dispatchEvent(new Event('change')),
    });
    onTestFinished(() => engine.stop());
    const until = async (state: EngineStatus['state']): Promise<void> => {
      while (engine.status().state !== state)
        await new Promise((done) => changes.addEventListener('change', done, { once: true }));
    };
    return { engine, until };
  }

  async function failure(host?: string) {
    const status = await follow(host).engine.reconnect();
    if (status.state !== 'unreachable') throw new Error(`it is ${status.state}`);
    return status.failure;
  }

  const sshProcesses = async (): Promise<number> =>
    Number((await run('sh', ['-c', `pgrep -fc "^/usr/bin/ssh .*-p ${server.port} " || true`])).trim());

  it('answers like one on this machine: a list, and streams both ways', async () => {
    const { engine, until } = follow();
    await until('connected');
    const images = await engine.docker().listImages();
    expect(images.flatMap(({ RepoTags }) => RepoTags ?? [])).toContain('busybox:1.36');
    const repo = `${inject('namePrefix')}ssh`;
    const archive = await engine.docker().getImage('busybox:1.36').get();
    await engine.docker().loadImage(archive);
    await engine.docker().getImage('busybox:1.36').tag({ repo, tag: '1' });
    await engine.docker().getImage(`${repo}:1`).remove();
  });

  it('takes many requests at once, more than sshd takes logins', async () => {
    const { engine, until } = follow();
    await until('connected');
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => engine.docker().getImage('busybox:1.36').inspect()),
    );
    expect(new Set(answers.map(({ Id }) => Id)).size).toBe(1);
  });

  it('is connected to again when the network broke', async () => {
    const { engine, until } = follow();
    await until('connected');
    await server.cut();
    await until('unreachable');
    await until('connected');
    expect(await engine.docker().ping()).toBeTruthy();
  });

  it('leaves no ssh running once it isn’t followed any more', async () => {
    const { engine, until } = follow();
    await until('connected');
    await engine.docker().ping();
    expect(await sshProcesses()).toBeGreaterThan(0);
    engine.stop();
    await expect.poll(sshProcesses, { timeout: 10_000 }).toBe(0);
  });

  it('on a host whose key isn’t known is refused, and told how to look at it', async () => {
    await server.configure({ knowsHost: false });
    onTestFinished(() => server.configure({}));
    expect(await failure()).toMatchObject({
      code: 'tls-untrusted',
      remedy: expect.stringContaining('ssh 127.0.0.1'),
      cause: expect.stringContaining('Host key verification failed'),
    });
  });

  it('without a key that opens it says so', async () => {
    await server.configure({ hasKey: false });
    onTestFinished(() => server.configure({}));
    expect(await failure()).toMatchObject({
      code: 'auth-rejected',
      detail: expect.stringContaining('none of your ssh keys'),
    });
  });

  it('where nobody listens, and where the socket is another, is told apart', async () => {
    expect(await failure('ssh://127.0.0.1:1')).toMatchObject({
      code: 'engine-unreachable',
      detail: expect.stringContaining('No ssh server'),
    });
    expect(await failure(`ssh://${server.address}/nowhere/docker.sock`)).toMatchObject({
      code: 'engine-unreachable',
      detail: expect.stringContaining('no engine is running there'),
    });
  });
});
