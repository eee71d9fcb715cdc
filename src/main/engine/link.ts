/** One connection to one engine: made, watched, and made again by itself whenever that engine comes back. */
import type Docker from 'dockerode';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { EngineEndpoint, EngineStatus } from '../../shared/contract/engine.js';
import { FailureError } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import { connectTo, disconnect } from './client.js';
import type { ResolvedEndpoint } from './endpoints/address.js';
import { engineFailure } from './engine-failure.js';
import { eventTypes, readEvents, type EngineEvent } from './events.js';
import { within } from './limit.js';
import { isAtLeast, namesPodman, versionAnswer } from './version.js';

export type LinkParts = {
  readonly endpoint: ResolvedEndpoint;
  readonly onStatus: (status: EngineStatus) => void;
  /** After every try that failed, also one that failed as the one before. */
  readonly onFailed: () => void;
  readonly onEvent: (event: EngineEvent) => void;
};

export type Link = {
  readonly endpoint: ResolvedEndpoint;
  readonly docker: Docker;
  readonly status: () => EngineStatus;
  /** Tries at once, unless it is connected. Resolves when that try has ended. */
  readonly retry: () => Promise<void>;
  /** Ends it, and every connection that stands open. */
  readonly end: () => void;
};

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
const ANSWER_LIMIT_MS = 5_000;
/** ssh has to log in first. */
const FAR_ANSWER_LIMIT_MS = 30_000;
/** Where nothing else tells that the other machine is gone, the system asks it after this long without a word. */
const KEEP_ALIVE_MS = 30_000;

/** Starts to connect, and goes on until `end`. */
export function openLink({ endpoint, onStatus, onFailed, onEvent }: LinkParts): Link {
  const about = publicPart(endpoint);
  const docker = connectTo(endpoint);
  const limit = endpoint.connection.kind === 'ssh' ? FAR_ANSWER_LIMIT_MS : ANSWER_LIMIT_MS;
  const ended = new AbortController();
  const waiting = new Set<() => void>();
  let status: EngineStatus = { state: 'connecting', endpoint: about };
  let hurry = new AbortController();
  /** When the last event happened, by the engine's clock in ns: what follows a gap is asked for from there on. */
  let heard = 0;

  const change = (next: EngineStatus): void => {
    const isNews = JSON.stringify(next) !== JSON.stringify(status);
    status = next;
    if (isNews) onStatus(next);
  };
  /** Tells who waits that an attempt has ended, one way or the other. */
  const settle = (): void => {
    waiting.forEach((done) => done());
    waiting.clear();
  };
  // A call, as the compiler takes a property for unchanged across an await.
  const hasEnded = (): boolean => ended.signal.aborted;

  /** One connection from its beginning to its end, however it ends. */
  const connectOnce = async (): Promise<void> => {
    const connected = await ask(docker, about, limit);
    const after = heard;
    const stream = await follow(docker, { signal: ended.signal, limit, after });
    if (hasEnded()) return;
    change(connected);
    settle();
    onEvent({ type: 'resync', action: 'resync', id: '' });
    const take = (event: EngineEvent): void => {
      if (event.type === 'container' && event.action === 'die')
        void whenEnded(docker, event.id, limit).then(() => hasEnded() || onEvent(event));
      else if (!hasEnded()) onEvent(event);
    };
    await readEvents(stream, take, { after, heard: (time) => (heard = Math.max(heard, time)) });
    throw Object.assign(new Error('the engine closed its event stream'), { code: 'ECONNRESET' });
  };

  const keepConnected = async (): Promise<void> => {
    let wait = FIRST_PAUSE_MS;
    while (!hasEnded()) {
      try {
        await connectOnce();
      } catch (error) {
        if (hasEnded()) break;
        if (status.state === 'connected') wait = FIRST_PAUSE_MS;
        const failure = engineFailure(error, {
          title: say('engineFailures.noEngine', { address: about.address }),
        });
        change({ state: 'unreachable', endpoint: about, failure });
        onFailed();
      }
      settle();
      hurry = new AbortController();
      await pause(wait, undefined, { signal: AbortSignal.any([ended.signal, hurry.signal]) }).catch(
        () => undefined,
      );
      wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
    }
    settle();
  };
  void keepConnected();

  return {
    endpoint,
    docker,
    status: () => status,
    async retry() {
      if (hasEnded() || status.state === 'connected') return;
      const attempt = new Promise<void>((done) => waiting.add(done));
      hurry.abort();
      await attempt;
    },
    end() {
      ended.abort();
      disconnect(docker);
    },
  };
}

/**
 * Resolves once lists, too, know that a container has ended: an engine says “die” before it has written that down, and
 * an inspection waits for it. Seen on Docker Engine 20.10.
 */
async function whenEnded(docker: Docker, container: string, limit: number): Promise<void> {
  await within(docker.getContainer(container).inspect(), limit).catch(() => undefined);
}

type Following = { readonly signal: AbortSignal; readonly limit: number; readonly after: number };

async function follow(docker: Docker, { signal, limit, after }: Following): Promise<Readable> {
  // dockerode's types know no abortSignal here; it passes it on. The engine keeps some hundred events for whoever asks.
  const options = {
    abortSignal: signal,
    filters: { type: [...eventTypes] },
    ...(after === 0 ? {} : { since: Math.floor(after / 1e9) }),
  } as Docker.GetEventsOptions;
  const stream = (await within(docker.getEvents(options), limit)) as unknown as Readable;
  if ('socket' in stream && stream.socket instanceof Socket) stream.socket.setKeepAlive(true, KEEP_ALIVE_MS);
  return stream;
}

async function ask(docker: Docker, endpoint: EngineEndpoint, limit: number): Promise<EngineStatus> {
  const { data: answer } = versionAnswer.safeParse(await within(docker.version(), limit));
  if (!answer) {
    throw new FailureError({
      code: 'engine-unreachable',
      title: say('engineFailures.noEngine', { address: endpoint.address }),
      detail: say('engineFailures.notAnEngine'),
      remedy: say('engineFailures.notAnEngine.remedy'),
    });
  }
  return {
    state: 'connected',
    endpoint,
    product: namesPodman(answer) ? 'Podman' : 'Docker',
    version: answer.Version,
    apiVersion: answer.ApiVersion,
    os: answer.Os,
    architecture: answer.Arch,
    // BuildKit came with Docker Engine 18.09, API 1.39. Podman answers the same API without it; so do Windows' own
    // containers.
    buildkit: !namesPodman(answer) && answer.Os !== 'windows' && isAtLeast(answer.ApiVersion, 1, 39),
  };
}

const publicPart = ({ address, origin, context, name }: ResolvedEndpoint): EngineEndpoint => ({
  address,
  origin,
  ...(context === undefined ? {} : { context }),
  ...(name === undefined ? {} : { name }),
});
