/** An engine for tests: one of the run's own inside the sandbox, else the user's, where only the run's names are touched. */

import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { isInsideSandbox, whyNoSandbox } from '../../scripts/sandbox.mjs';
import { makeFolder, run, startDaemon, type CommandOptions, type Daemon } from './processes.js';

export type TestEngine = {
  /** What DOCKER_HOST would say: `unix:///…`. */
  readonly host: string;
  readonly socketPath: string;
  /** Whether it is the run's own. If not, everything in it but what starts with `prefix` is the user's. */
  readonly isPrivate: boolean;
  /** How the names of images, containers and volumes that the run makes start: `strata-test-1f3a-`. */
  readonly prefix: string;
  /**
   * Runs the docker CLI against the engine, with BuildKit, and without the user's login and context.
   * @returns what it wrote to its output
   * @throws Error with all that it said when it fails
   */
  docker(args: readonly string[], options?: CommandOptions): Promise<string>;
  /** Ends the engine and starts it again on the same data. */
  restart(): Promise<void>;
  /** Ends the engine at once (SIGKILL), as a crash would; `restart` brings it back. */
  kill(): Promise<void>;
  /** Keeps it from doing anything until `thaw`: it is there, and doesn't answer. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
};

export type EngineOptions = {
  /** `host:port` of an open registry which answers for docker.io. */
  readonly mirror?: string;
  readonly args?: readonly string[];
  /** A disk of its own for all that it keeps, of so many MB. Only for one of the run's own, and there until the run ends. */
  readonly diskMegabytes?: number;
};

/** @throws Error when no engine can be had, with the tail of dockerd's log when it was one of our own */
export async function startEngine(options: EngineOptions = {}): Promise<TestEngine> {
  if (isInsideSandbox()) return startPrivateEngine(options);
  if (whyNoSandbox() === undefined) {
    throw new Error(
      'Start this through `node scripts/sandbox.mjs -- …`: an engine outside would take over docker0.',
    );
  }
  return useOwnEngine();
}

async function startPrivateEngine(options: EngineOptions): Promise<TestEngine> {
  const folder = await makeFolder('engine');
  const socketPath = join(folder, 'docker.sock');
  const host = `unix://${socketPath}`;
  if (options.diskMegabytes !== undefined) {
    await mkdir(join(folder, 'data'));
    await run('mount', ['-t', 'tmpfs', '-o', `size=${options.diskMegabytes}m`, 'disk', join(folder, 'data')]);
  }
  const cgroup = process.env.STRATA_SANDBOX_CGROUP;
  const args = [
    ...['--host', host],
    ...['--data-root', join(folder, 'data')],
    ...['--exec-root', join(folder, 'exec')],
    ...['--pidfile', join(folder, 'docker.pid')],
    ...['--exec-opt', 'native.cgroupdriver=cgroupfs'],
    ...(cgroup === undefined ? [] : ['--cgroup-parent', `/${cgroup}`]),
    ...(options.mirror === undefined ? [] : ['--registry-mirror', `http://${options.mirror}`]),
    ...(options.args ?? []),
  ];
  const start = async (): Promise<Daemon> => {
    // A killed engine leaves these two behind, and they would keep the next one from starting.
    await rm(join(folder, 'docker.pid'), { force: true });
    await rm(socketPath, { force: true });
    return startDaemon({ name: 'dockerd', command: 'dockerd', args, isUp: () => answersPing(socketPath) });
  };

  let daemon = await start();
  const base = await describe(host, socketPath, true);
  return {
    ...base,
    restart: async () => {
      await daemon.end();
      daemon = await start();
    },
    kill: () => daemon.end('SIGKILL'),
    freeze: () => void process.kill(daemon.pid, 'SIGSTOP'),
    thaw: () => void process.kill(daemon.pid, 'SIGCONT'),
    stop: async () => {
      await daemon.end();
      await unmountBelow(folder);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What an engine leaves mounted when it ends quickly, or is killed, keeps its folder from being removed. */
async function unmountBelow(folder: string): Promise<void> {
  const mounts = (await readFile('/proc/self/mountinfo', 'utf8'))
    .split('\n')
    .map((line) => line.split(' ')[4] ?? '')
    .filter((place) => place.startsWith(`${folder}/`));
  // The innermost first. Lazily: what still ends may hold one for a moment; and one may go by itself meanwhile.
  for (const place of mounts.toReversed()) await run('umount', ['--lazy', place]).catch(() => undefined);
}

async function useOwnEngine(): Promise<TestEngine> {
  const host = process.env.DOCKER_HOST ?? 'unix:///var/run/docker.sock';
  if (!host.startsWith('unix://'))
    throw new Error(`Tests need an engine on this machine; DOCKER_HOST is ${host}.`);
  const socketPath = host.slice('unix://'.length);
  if (!(await answersPing(socketPath))) throw new Error(`No engine answers at ${host}.`);
  const base = await describe(host, socketPath, false);
  const refuseNow = (): never => {
    throw new Error('The engine is the user’s: it is neither ended nor killed.');
  };
  const refuse = (): Promise<never> => Promise.resolve().then(refuseNow);
  return {
    ...base,
    restart: refuse,
    kill: refuse,
    freeze: refuseNow,
    thaw: refuseNow,
    stop: () => removeOwnThings(base),
  };
}

type Described = Pick<TestEngine, 'host' | 'socketPath' | 'isPrivate' | 'prefix' | 'docker'>;

async function describe(host: string, socketPath: string, isPrivate: boolean): Promise<Described> {
  const prefix = `strata-test-${randomBytes(4).toString('hex')}-`;
  return { host, socketPath, isPrivate, prefix, docker: await dockerFor(host) };
}

/**
 * The docker CLI against an engine that runs already, with BuildKit, and without the user's login and context.
 * @returns see TestEngine.docker; logins that it makes are kept until this process ends
 */
export async function dockerFor(host: string): Promise<TestEngine['docker']> {
  const config = await makeFolder('docker-config');
  process.once('exit', () => rmSync(config, { recursive: true, force: true }));
  // Debian's CLI comes first: another one on the path may be too new for the engine beside it.
  const cli = existsSync('/usr/bin/docker') ? '/usr/bin/docker' : 'docker';
  return (args, options = {}) => {
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      DOCKER_BUILDKIT: '1',
      DOCKER_CONFIG: config,
      ...options.env,
    };
    delete env.DOCKER_CONTEXT;
    return run(cli, args, { ...options, env: { ...env, DOCKER_HOST: host } });
  };
}

async function removeOwnThings(engine: Described): Promise<void> {
  const lines = async (args: readonly string[]): Promise<string[]> =>
    (await engine.docker(args)).split('\n').filter(Boolean);
  const containers = await lines(['ps', '--all', '--format', '{{.Names}}']);
  for (const name of containers.filter((each) => each.startsWith(engine.prefix))) {
    await engine.docker(['rm', '--force', '--volumes', name]);
  }
  const images = await lines(['images', '--format', '{{.Repository}}:{{.Tag}}']);
  for (const reference of images.filter((each) => each.split('/').at(-1)?.startsWith(engine.prefix))) {
    await engine.docker(['rmi', '--force', reference]);
  }
}

function answersPing(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const ping = request({ socketPath, path: '/_ping' }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    ping.once('error', () => resolve(false));
    ping.setTimeout(2000, () => ping.destroy());
    ping.end();
  });
}
