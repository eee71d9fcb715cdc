/** The connection to the engine: made, watched, and made again by itself whenever the engine comes back. */
import type Docker from 'dockerode';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { EngineEndpoint, EngineStatus } from '../../shared/contract/engine.js';
import { FailureError } from '../../shared/failure.js';
import { connectTo } from './client.js';
import { resolveEndpoint, type ResolvedEndpoint } from './endpoint.js';
import { engineFailure } from './engine-failure.js';
import { readEvents, type EngineEvent } from './events.js';

export type EngineOptions = {
  readonly environment: NodeJS.ProcessEnv;
  readonly onStatus: (status: EngineStatus) => void;
  readonly log?: (text: string) => void;
};

export type EngineService = {
  /** @throws FailureError `invalid-input` when the environment names no usable endpoint */
  readonly docker: () => Docker;
  readonly status: () => EngineStatus;
  /** Tries at once. Answers with what came of it. */
  readonly reconnect: () => Promise<EngineStatus>;
  /** Image events, and `resync` whenever a connection was made. The answer ends it. */
  readonly onEvent: (listener: (event: EngineEvent) => void) => () => void;
  readonly stop: () => void;
};

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
const PING_LIMIT_MS = 5_000;

const versionAnswer = z.object({
  Version: z.string().catch('unknown'),
  ApiVersion: z.string().catch(''),
  Os: z.string().catch(''),
  Arch: z.string().catch(''),
  Components: z.array(z.object({ Name: z.string() })).catch([]),
});

/** Starts to connect, and goes on until `stop`. */
export function createEngine({ environment, onStatus, log = () => undefined }: EngineOptions): EngineService {
  const listeners = new Set<(event: EngineEvent) => void>();
  const stopped = new AbortController();
  const found = find(environment);
  const endpoint: EngineEndpoint =
    'failure' in found
      ? { address: environment.DOCKER_HOST ?? '', origin: 'DOCKER_HOST' }
      : publicPart(found.endpoint);
  let status: EngineStatus =
    'failure' in found
      ? { state: 'unreachable', endpoint, failure: found.failure }
      : { state: 'connecting', endpoint };
  let hurry = new AbortController();
  const waiting = new Set<() => void>();

  const change = (next: EngineStatus): void => {
    const before = JSON.stringify(status);
    status = next;
    if (JSON.stringify(next) === before) return;
    log(
      next.state === 'connected'
        ? `engine ${next.version} at ${endpoint.address}`
        : `engine ${next.state} at ${endpoint.address}`,
    );
    onStatus(next);
  };
  /** Tells who waits that an attempt has ended, one way or the other. */
  const settle = (): void => {
    waiting.forEach((done) => done());
    waiting.clear();
  };
  const tell = (event: EngineEvent): void => listeners.forEach((listener) => listener(event));

  /** One connection from its beginning to its end, however it ends. */
  const connectOnce = async (docker: Docker): Promise<void> => {
    const connected = await ask(docker, endpoint);
    const stream = await follow(docker, stopped.signal);
    change(connected);
    settle();
    tell({ action: 'resync', id: '' });
    await readEvents(stream, tell);
    throw Object.assign(new Error('the engine closed its event stream'), { code: 'ECONNRESET' });
  };

  // A call, as the compiler takes a property for unchanged across an await.
  const hasStopped = (): boolean => stopped.signal.aborted;

  const keepConnected = async (docker: Docker): Promise<void> => {
    let wait = FIRST_PAUSE_MS;
    while (!hasStopped()) {
      try {
        await connectOnce(docker);
      } catch (error) {
        if (hasStopped()) return;
        if (status.state === 'connected') wait = FIRST_PAUSE_MS;
        change({
          state: 'unreachable',
          endpoint,
          failure: engineFailure(error, { title: `No engine answers at ${endpoint.address}` }),
        });
      }
      settle();
      hurry = new AbortController();
      await pause(wait, undefined, { signal: AbortSignal.any([stopped.signal, hurry.signal]) }).catch(
        () => undefined,
      );
      wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
    }
  };

  const docker = 'failure' in found ? null : connectTo(found.endpoint);
  if (docker) void keepConnected(docker);

  return {
    docker() {
      if (docker) return docker;
      throw new FailureError(
        'failure' in found ? found.failure : engineFailure(null, { title: 'No engine' }),
      );
    },
    status: () => status,
    async reconnect() {
      if (status.state !== 'connected' && docker) {
        const attempt = new Promise<void>((done) => waiting.add(done));
        hurry.abort();
        await attempt;
      }
      return status;
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop() {
      stopped.abort();
      listeners.clear();
    },
  };
}

function find(environment: NodeJS.ProcessEnv) {
  try {
    return { endpoint: resolveEndpoint({ environment }) };
  } catch (error) {
    return { failure: engineFailure(error, { title: 'No engine is named' }) };
  }
}

async function follow(docker: Docker, abortSignal: AbortSignal): Promise<Readable> {
  const options = { abortSignal, filters: { type: ['image', 'builder'] } };
  return (await docker.getEvents(options as Docker.GetEventsOptions)) as unknown as Readable;
}

/** An engine that accepts a connection and then says nothing counts as one that doesn't answer. */
async function withLimit<T>(answer: Promise<T>): Promise<T> {
  const timer = new AbortController();
  const limit = pause(PING_LIMIT_MS, undefined, { signal: timer.signal }).then(() => {
    throw Object.assign(new Error(`no answer within ${PING_LIMIT_MS / 1000} s`), { code: 'ETIMEDOUT' });
  });
  try {
    return await Promise.race([answer, limit]);
  } finally {
    limit.catch(() => undefined);
    timer.abort();
  }
}

async function ask(docker: Docker, endpoint: EngineEndpoint): Promise<EngineStatus> {
  const answer = versionAnswer.parse(await withLimit(docker.version()));
  const isPodman = answer.Components.some(({ Name }) => Name.startsWith('Podman'));
  return {
    state: 'connected',
    endpoint,
    version: answer.Version,
    apiVersion: answer.ApiVersion,
    os: answer.Os,
    architecture: answer.Arch,
    // BuildKit came with Docker Engine 18.09, API 1.39. Podman answers the same API without it.
    buildkit: !isPodman && isAtLeast(answer.ApiVersion, 1, 39),
  };
}

function isAtLeast(version: string, major: number, minor: number): boolean {
  const [a = 0, b = 0] = version.split('.').map(Number);
  return a > major || (a === major && b >= minor);
}

const publicPart = ({ address, origin, context }: ResolvedEndpoint): EngineEndpoint => ({
  address,
  origin,
  ...(context === undefined ? {} : { context }),
});
