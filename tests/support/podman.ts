/** Podman of the run's own, with its docker-compatible socket. */
import { writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { dockerFor, type TestEngine } from './engine.js';
import { makeFolder, run, startDaemon } from './processes.js';

export type TestPodman = Pick<TestEngine, 'host' | 'socketPath' | 'docker' | 'prefix' | 'stop'> & {
  /** Podman's own CLI on the same images. */
  podman(args: readonly string[]): Promise<string>;
};

/** @param registries plain-http ones, `host:port`; the first is open and answers for docker.io */
export async function startPodman(registries: readonly string[]): Promise<TestPodman> {
  const folder = await makeFolder('podman');
  const file = (name: string): string => join(folder, name);
  const socketPath = file('podman.sock');
  await writeFile(
    file('registries.conf'),
    [
      'unqualified-search-registries = ["docker.io"]',
      '[[registry]]',
      'location = "docker.io"',
      '[[registry.mirror]]',
      `location = "${registries[0]}"`,
      'insecure = true',
      ...registries.flatMap((host) => ['[[registry]]', `location = "${host}"`, 'insecure = true']),
    ].join('\n'),
  );
  const storage = [
    ...['--root', file('root'), '--runroot', file('run'), '--tmpdir', file('tmp')],
    ...['--cgroup-manager', 'cgroupfs', '--events-backend', 'file'],
  ];
  const { DOCKER_CONFIG: _, ...environment } = process.env;
  const env = { ...environment, CONTAINERS_REGISTRIES_CONF: file('registries.conf'), HOME: folder };
  const daemon = await startDaemon({
    name: 'podman',
    command: 'podman',
    args: [...storage, 'system', 'service', '--time', '0', `unix://${socketPath}`],
    env,
    isUp: () => answers(socketPath),
  });
  return {
    host: `unix://${socketPath}`,
    socketPath,
    docker: await dockerFor(`unix://${socketPath}`),
    prefix: '',
    podman: (args) => run('podman', [...storage, ...args], { env }),
    stop: () => daemon.end(),
  };
}

function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ socketPath, path: '/_ping' }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asked.on('error', () => resolve(false));
    asked.end();
  });
}
