/** A registry for tests: Debian's docker-registry on 127.0.0.1, open or with users. */

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { join } from 'node:path';
import type { TestEngine } from './engine.js';
import { findFreePort, isInstalled, makeFolder, run, startDaemon, type Daemon } from './processes.js';

export type TestRegistry = {
  /** `127.0.0.1:PORT`, which every engine lets through without TLS. */
  readonly host: string;
  /** Its access log and messages so far. */
  log(): string;
  /** Ends it at once (SIGKILL), as a crash would. Not for one that an engine of the user's runs. */
  kill(): Promise<void>;
  /** Starts one that was killed again, at the same port and on the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

export type RegistryOptions = {
  /** Name → password. Without users anyone may push and pull. */
  readonly users?: Readonly<Record<string, string>>;
  /** A free one by default. */
  readonly port?: number;
  /** Where docker-registry is not installed: the engine whose `registry:2` container serves instead. */
  readonly engine?: TestEngine;
};

/** @throws Error with the tail of the registry's log when it does not come up */
export async function startRegistry(options: RegistryOptions = {}): Promise<TestRegistry> {
  const folder = await makeFolder('registry');
  const port = options.port ?? (await findFreePort());
  const program = ['docker-registry', 'registry'].find(isInstalled);
  try {
    if (program !== undefined) return await startProgram(program, folder, port, options);
    if (options.engine !== undefined && !options.engine.isPrivate) {
      return await startContainer(options.engine, folder, port, options);
    }
    throw new Error('docker-registry is not installed');
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function startProgram(
  program: string,
  folder: string,
  port: number,
  options: RegistryOptions,
): Promise<TestRegistry> {
  const host = `127.0.0.1:${port}`;
  const storage = join(folder, 'storage');
  await mkdir(storage);
  const config = join(folder, 'config.yml');
  await writeFile(config, configuration(host, storage, await writeUsers(folder, options.users)));
  const start = (): Promise<Daemon> =>
    startDaemon({
      name: 'docker-registry',
      command: program,
      args: ['serve', config],
      isUp: () => answers(host),
    });
  let daemon = await start();
  return {
    host,
    log: () => daemon.log(),
    kill: () => daemon.end('SIGKILL'),
    restart: async () => {
      daemon = await start();
    },
    stop: async () => {
      await daemon.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startContainer(
  engine: TestEngine,
  folder: string,
  port: number,
  options: RegistryOptions,
): Promise<TestRegistry> {
  const name = `${engine.prefix}registry-${port}`;
  const users = await writeUsers(folder, options.users);
  const config = configuration('0.0.0.0:5000', '/var/lib/registry', users && '/etc/strata/users');
  await engine.docker([
    'create',
    '--name',
    name,
    '--publish',
    `127.0.0.1:${port}:5000`,
    'registry:2',
    '/etc/strata/config.yml',
  ]);
  const mounted = join(folder, 'strata');
  await mkdir(mounted);
  await writeFile(join(mounted, 'config.yml'), config);
  if (users !== undefined) await writeFile(join(mounted, 'users'), await readFile(users));
  await engine.docker(['cp', mounted, `${name}:/etc/`]);
  await engine.docker(['start', name]);
  const host = `127.0.0.1:${port}`;
  const follower = await startDaemon({
    name: 'registry:2',
    command: 'docker',
    args: ['--host', engine.host, 'logs', '--follow', name],
    isUp: () => answers(host),
  });
  const refuse = (): Promise<never> =>
    Promise.reject(new Error('The registry runs in the user’s engine: it is not killed.'));
  return {
    host,
    log: () => follower.log(),
    kill: refuse,
    restart: refuse,
    stop: async () => {
      await follower.end();
      await engine.docker(['rm', '--force', '--volumes', name]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The configuration of distribution 2.8, https://distribution.github.io/distribution/about/configuration/ */
function configuration(address: string, storage: string, users: string | undefined): string {
  const lines = [
    'version: 0.1',
    'log: { level: info, accesslog: { disabled: false } }',
    'storage:',
    `  filesystem: { rootdirectory: ${JSON.stringify(storage)} }`,
    '  delete: { enabled: true }',
    `http: { addr: ${JSON.stringify(address)} }`,
  ];
  if (users !== undefined)
    lines.push(`auth: { htpasswd: { realm: strata, path: ${JSON.stringify(users)} } }`);
  return `${lines.join('\n')}\n`;
}

async function writeUsers(folder: string, users: RegistryOptions['users']): Promise<string | undefined> {
  if (users === undefined || Object.keys(users).length === 0) return undefined;
  const lines: string[] = [];
  for (const [name, password] of Object.entries(users)) {
    // -i reads the password from the input; -C 4 is the cheapest bcrypt.
    lines.push(await run('htpasswd', ['-niBC', '4', name], { input: password }));
  }
  const path = join(folder, 'users');
  await writeFile(path, lines.map((line) => line.trim()).join('\n') + '\n');
  return path;
}

function answers(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(`http://${host}/v2/`, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200 || answer.statusCode === 401);
    });
    request.once('error', () => resolve(false));
    request.setTimeout(2000, () => request.destroy());
  });
}
