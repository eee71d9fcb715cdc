import { rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createServer as createSocket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { createEngine, type EngineEvent, type EngineService } from '../../src/main/engine/index.js';
import type { EngineStatus } from '../../src/shared/contract/engine.js';
import { dockerFor, startEngine } from '../support/engine.js';
import { makeFolder } from '../support/processes.js';
import { relay } from '../support/relay.js';
import { startTlsEngine } from '../support/tls-engine.js';

type State = EngineStatus['state'];

/** Follows the engine at `host`, and ends with the test. */
function follow(host: string) {
  const told: EngineStatus[] = [];
  const events: EngineEvent[] = [];
  let onChange: () => void = () => undefined;
  const engine = createEngine({
    environment: { DOCKER_HOST: host },
    onStatus: (status) => {
      told.push(status);
      onChange();
    },
  });
  onTestFinished(() => engine.stop());
  engine.onEvent((event) => {
    events.push(event);
    onChange();
  });
  const until = (holds: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      onChange = () => {
        if (holds()) resolve();
      };
      onChange();
    });
  return {
    engine,
    events,
    states: (): readonly State[] => told.map(({ state }) => state),
    until,
    untilState: (state: State) => until(() => engine.status().state === state),
  };
}

function failureOf(engine: EngineService) {
  const status = engine.status();
  return status.state === 'unreachable' ? status.failure : undefined;
}

describe('an engine that runs', () => {
  it('is described as the docker CLI describes it, with BuildKit', async () => {
    const docker = await dockerFor(inject('engineHost'));
    const { engine, untilState } = follow(inject('engineHost'));
    await untilState('connected');
    const said = await docker([
      'version',
      '--format',
      '{{.Server.Version}} {{.Server.APIVersion}} {{.Server.Os}}',
    ]);
    const status = engine.status();
    if (status.state !== 'connected') throw new Error(status.state);
    expect(`${status.version} ${status.apiVersion} ${status.os}`).toBe(said.trim());
    expect(status).toMatchObject({
      endpoint: { address: inject('engineHost'), origin: 'DOCKER_HOST' },
      product: 'Docker',
      buildkit: true,
    });
  });

  it('tells what happens to its images, after a first resync', async () => {
    const docker = await dockerFor(inject('engineHost'));
    const name = `${inject('namePrefix')}events:1`;
    const { events, until } = follow(inject('engineHost'));
    await until(() => events.length > 0);
    expect(events[0]?.action).toBe('resync');
    const id = (await docker(['inspect', '--format', '{{.Id}}', 'busybox:1.36'])).trim();
    await docker(['tag', 'busybox:1.36', name]);
    await until(() => events.some((event) => event.action === 'tag' && event.id === id));
    await docker(['rmi', name]);
    await until(() => events.some((event) => event.action === 'untag'));
  });

  it('is let go of at once', async () => {
    const { engine, untilState } = follow(inject('engineHost'));
    await untilState('connected');
    engine.stop();
    expect((await engine.reconnect()).state).toBe('connected');
  });
});

describe.runIf(inject('engineIsPrivate'))('an engine that comes and goes', () => {
  it('is connected to by itself when it starts, is killed and starts again, and is restarted', async () => {
    const own = await startEngine();
    // Not stop(): what a killed engine had mounted goes with the sandbox, and can't be removed before.
    onTestFinished(() => own.kill());
    await own.kill();
    const { engine, events, states, untilState } = follow(own.host);

    await untilState('unreachable');
    expect(failureOf(engine)).toMatchObject({
      code: 'engine-unreachable',
      title: expect.stringContaining(own.host),
      remedy: expect.stringContaining('connects by itself'),
      cause: expect.stringContaining(own.socketPath),
    });

    await own.restart();
    await untilState('connected');
    expect(events.map(({ action }) => action)).toEqual(['resync']);

    await own.kill();
    await untilState('unreachable');
    await own.restart();
    await untilState('connected');
    expect(events.map(({ action }) => action)).toEqual(['resync', 'resync']);

    await own.restart();
    await untilState('connected');
    expect(states().at(-1)).toBe('connected');
    expect(events.at(-1)?.action).toBe('resync');
  });

  it('tells when the build cache is pruned', async () => {
    const own = await startEngine();
    onTestFinished(() => own.stop());
    const { events, until, untilState } = follow(own.host);
    await untilState('connected');
    await own.docker(['builder', 'prune', '--all', '--force']);
    await until(() => events.some(({ action }) => action === 'prune'));
  });
});

describe.runIf(inject('engineIsPrivate'))('an engine behind TLS', () => {
  it('is reached with the certificates of DOCKER_CERT_PATH, and not without', async () => {
    const own = await startTlsEngine();
    const { port, certificates: folder } = own;
    onTestFinished(() => own.stop());
    const connect = async (environment: NodeJS.ProcessEnv): Promise<EngineStatus> => {
      const engine = createEngine({
        environment: { DOCKER_HOST: `tcp://localhost:${port}`, ...environment },
        onStatus: () => undefined,
      });
      onTestFinished(() => engine.stop());
      return engine.reconnect();
    };

    const verified = { DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: folder };
    expect(await connect(verified)).toMatchObject({ state: 'connected' });
    // Without checking the engine’s name, which is in no certificate here.
    const elsewhere = { DOCKER_HOST: `tcp://127.0.0.1:${port}`, DOCKER_CERT_PATH: folder };
    expect(await connect({ ...elsewhere, DOCKER_TLS: '1' })).toMatchObject({ state: 'connected' });
    expect(await connect({ ...elsewhere, DOCKER_TLS_VERIFY: '1' })).toMatchObject({
      state: 'unreachable',
      failure: { code: 'tls-untrusted', remedy: expect.stringContaining('DOCKER_CERT_PATH') },
    });
    expect(await connect({})).toMatchObject({
      state: 'unreachable',
      failure: { cause: expect.stringContaining('HTTPS') },
    });
  });
});

describe('a connection that breaks', () => {
  it('leaves no gap: what happened meanwhile is told once it is back, and nothing twice', async () => {
    const docker = await dockerFor(inject('engineHost'));
    const folder = await makeFolder('gap');
    const socket = join(folder, 'docker.sock');
    const names = [1, 2].map((number) => `${inject('namePrefix')}gap:${number}`);
    onTestFinished(async () => {
      await docker(['rmi', ...names]);
    });
    let way = await relay(socket, inject('engineSocket'));
    onTestFinished(() => way.close());
    const { events, until, untilState } = follow(`unix://${socket}`);
    const tags = () => events.filter(({ action }) => action === 'tag').length;
    await untilState('connected');
    await docker(['tag', 'busybox:1.36', names[0]!]);
    await until(() => tags() === 1);

    way.close();
    await untilState('unreachable');
    await docker(['tag', 'busybox:1.36', names[1]!]);
    way = await relay(socket, inject('engineSocket'));
    await untilState('connected');
    await until(() => tags() === 2);
    expect(events.map(({ action }) => action)).toEqual(['resync', 'tag', 'resync', 'tag']);
  });
});

describe('what is no engine', () => {
  it('is unreachable, and tried again at once when asked to', async () => {
    const folder = await makeFolder('none');
    const socket = join(folder, 'docker.sock');
    onTestFinished(() => rm(folder, { recursive: true }));
    const { engine, untilState } = follow(`unix://${socket}`);
    await untilState('unreachable');
    expect(failureOf(engine)?.detail).toContain('Nothing listens there');

    await symlink(inject('engineSocket'), socket);
    expect((await engine.reconnect()).state).toBe('connected');
  });

  it('is told from one that answers, and from one that is silent', async () => {
    const server = createServer((_request, response) => response.end('<html>hello'));
    const silent = createSocket();
    const folder = await makeFolder('others');
    const connections = new Set<{ destroy: () => void }>();
    silent.on('connection', (connection) => connections.add(connection));
    await Promise.all(
      [server, silent].map(
        (each, at) => new Promise<void>((resolve) => each.listen(join(folder, String(at)), resolve)),
      ),
    );
    onTestFinished(async () => {
      for (const connection of connections) connection.destroy();
      server.closeAllConnections();
      server.close();
      silent.close();
      await rm(folder, { recursive: true });
    });

    const other = follow(`unix://${folder}/0`);
    const mute = follow(`unix://${folder}/1`);
    await other.untilState('unreachable');
    expect(failureOf(other.engine)?.detail).toContain('no container engine');
    await mute.untilState('unreachable');
    expect(failureOf(mute.engine)).toMatchObject({
      code: 'engine-unreachable',
      detail: expect.stringContaining('doesn’t answer'),
    });
  });

  it('by its address, is said at once and can be asked for again', async () => {
    const { engine } = follow('gopher://me@far');
    expect(failureOf(engine)).toMatchObject({
      code: 'invalid-input',
      detail: expect.stringContaining('gopher') as string,
    });
    expect(engine.status().endpoint).toEqual({ address: 'gopher://me@far', origin: 'DOCKER_HOST' });
    expect((await engine.reconnect()).state).toBe('unreachable');
    expect(() => engine.docker()).toThrow('address');
  });
});
