/** The connection to the engine: made, watched, and made again by itself whenever the engine comes back. */
import type Docker from 'dockerode';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { EngineEndpoint, EngineStatus } from '../../shared/contract/engine.js';
import { FailureError, type Failure } from '../../shared/failure.js';
import { connectTo, disconnect } from './client.js';
import { resolveEndpoint, type ResolvedEndpoint } from './endpoint.js';
import { engineFailure } from './engine-failure.js';
import { eventTypes, readEvents, type EngineEvent } from './events.js';
import { namesPodman, versionAnswer } from './version.js';

export type EngineOptions = {
  readonly environment: NodeJS.ProcessEnv;
  readonly onStatus: (status: EngineStatus) => void;
  readonly log?: (text: string) => void;
};

export type EngineService = {
  /** @throws FailureError `invalid-input` when the environment names no usable endpoint */
  readonly docker: () => Docker;
  /** What `docker` is connected to, for a process that connects by itself. @throws as `docker` does */
  readonly endpoint: () => ResolvedEndpoint;
  readonly status: () => EngineStatus;
  /** Tries at once. Answers with what came of it. */
  readonly reconnect: () => Promise<EngineStatus>;
  /** Events of images and containers, and `resync` whenever a connection was made. The answer ends it. */
  readonly onEvent: (listener: (event: EngineEvent) => void) => () => void;
  readonly stop: () => void;
};

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
const PING_LIMIT_MS = 5_000;

/** Starts to connect, and goes on until `stop`. */
export function createEngine({ environment, onStatus, log = () => undefined }: EngineOptions): EngineService {
  const listeners = new Set<(event: EngineEvent) => void>();
  const stopped = new AbortController();
  let found = find(environment);
  let status: EngineStatus =
    'failure' in found
      ? { state: 'unreachable', endpoint: found.endpoint, failure: found.failure }
      : { state: 'connecting', endpoint: found.endpoint };
  let hurry = new AbortController();
  const waiting = new Set<() => void>();

  const change = (next: EngineStatus): void => {
    const before = JSON.stringify(status);
    status = next;
    if (JSON.stringify(next) === before) return;
    log(
      next.state === 'connected'
        ? `engine ${next.version} at ${next.endpoint.address}`
        : `engine ${next.state} at ${next.endpoint.address}`,
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
  const connectOnce = async ({ docker, endpoint }: Found): Promise<void> => {
    const connected = await ask(docker, endpoint);
    const stream = await follow(docker, stopped.signal);
    change(connected);
    settle();
    tell({ type: 'resync', action: 'resync', id: '' });
    await readEvents(stream, (event) => {
      if (event.type === 'container' && event.action === 'die')
        void whenEnded(docker, event.id).then(() => tell(event));
      else tell(event);
    });
    throw Object.assign(new Error('the engine closed its event stream'), { code: 'ECONNRESET' });
  };

  // A call, as the compiler takes a property for unchanged across an await.
  const hasStopped = (): boolean => stopped.signal.aborted;

  const keepConnected = async (target: Found): Promise<void> => {
    let wait = FIRST_PAUSE_MS;
    while (!hasStopped()) {
      try {
        await connectOnce(target);
      } catch (error) {
        if (hasStopped()) break;
        if (status.state === 'connected') wait = FIRST_PAUSE_MS;
        change({
          state: 'unreachable',
          endpoint: target.endpoint,
          failure: engineFailure(error, { title: `No engine answers at ${target.endpoint.address}` }),
        });
      }
      settle();
      hurry = new AbortController();
      await pause(wait, undefined, { signal: AbortSignal.any([stopped.signal, hurry.signal]) }).catch(
        () => undefined,
      );
      wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
    }
    settle();
  };

  if ('docker' in found) void keepConnected(found);

  return {
    docker() {
      if ('docker' in found) return found.docker;
      throw new FailureError(found.failure);
    },
    endpoint() {
      if ('resolved' in found) return found.resolved;
      throw new FailureError(found.failure);
    },
    status: () => status,
    async reconnect() {
      if (hasStopped() || status.state === 'connected') return status;
      if ('failure' in found) {
        // What couldn't be used may have been put right since: a context's file, a certificate.
        found = find(environment);
        if ('failure' in found) {
          change({ state: 'unreachable', endpoint: found.endpoint, failure: found.failure });
          return status;
        }
        change({ state: 'connecting', endpoint: found.endpoint });
        void keepConnected(found);
      }
      const attempt = new Promise<void>((done) => waiting.add(done));
      hurry.abort();
      await attempt;
      return status;
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop() {
      stopped.abort();
      listeners.clear();
      if ('docker' in found) disconnect(found.docker);
    },
  };
}

type Found = {
  readonly docker: Docker;
  readonly endpoint: EngineEndpoint;
  readonly resolved: ResolvedEndpoint;
};
type NotFound = { readonly failure: Failure; readonly endpoint: EngineEndpoint };

function find(environment: NodeJS.ProcessEnv): Found | NotFound {
  try {
    const resolved = resolveEndpoint({ environment });
    return { docker: connectTo(resolved), endpoint: publicPart(resolved), resolved };
  } catch (error) {
    const { DOCKER_HOST: address, DOCKER_CONTEXT: context } = environment;
    return {
      failure: engineFailure(error, { title: 'The engine’s address can’t be used' }),
      endpoint: address
        ? { address, origin: 'DOCKER_HOST' }
        : { address: '', origin: 'context', ...(context ? { context } : {}) },
    };
  }
}

/** Where nothing else tells that the other machine is gone, the system asks it after this long without a word. */
const KEEP_ALIVE_MS = 30_000;

/**
 * Resolves once lists, too, know that a container has ended: an engine says “die” before it has written that down, and
 * an inspection waits for it. Seen on Docker Engine 20.10.
 */
async function whenEnded(docker: Docker, container: string): Promise<void> {
  await withLimit(docker.getContainer(container).inspect()).catch(() => undefined);
}

async function follow(docker: Docker, abortSignal: AbortSignal): Promise<Readable> {
  // dockerode's types know no abortSignal here; it passes it on.
  const options = { abortSignal, filters: { type: [...eventTypes] } } as Docker.GetEventsOptions;
  const stream = (await withLimit(docker.getEvents(options))) as unknown as Readable;
  if ('socket' in stream && stream.socket instanceof Socket) stream.socket.setKeepAlive(true, KEEP_ALIVE_MS);
  return stream;
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
  const { data: answer } = versionAnswer.safeParse(await withLimit(docker.version()));
  if (!answer) {
    throw new FailureError({
      code: 'engine-unreachable',
      title: `No engine answers at ${endpoint.address}`,
      detail: 'Something answers there, but it is no container engine.',
      remedy: 'Check DOCKER_HOST or the docker context.',
    });
  }
  return {
    state: 'connected',
    endpoint,
    version: answer.Version,
    apiVersion: answer.ApiVersion,
    os: answer.Os,
    architecture: answer.Arch,
    // BuildKit came with Docker Engine 18.09, API 1.39. Podman answers the same API without it; so do Windows' own
    // containers.
    buildkit: !namesPodman(answer) && answer.Os !== 'windows' && isAtLeast(answer.ApiVersion, 1, 39),
  };
}

/** Whether API `version`, `1.41`, knows what came with `major.minor`. */
export function isAtLeast(version: string, major: number, minor: number): boolean {
  const [a = 0, b = 0] = version.split('.').map(Number);
  return a > major || (a === major && b >= minor);
}

const publicPart = ({ address, origin, context }: ResolvedEndpoint): EngineEndpoint => ({
  address,
  origin,
  ...(context === undefined ? {} : { context }),
});
