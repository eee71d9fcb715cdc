/** The request for a build: what is asked of the engine, its answer message by message, and the way to take it back. */
import type Docker from 'dockerode';
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { BuildOptions } from '../../shared/contract/build-options.js';
import type { Delivery } from './delivery.js';
import { readMessages, type BuildMessage } from './progress/response.js';
import { solve } from './session/index.js';

export type OrderOptions = {
  readonly docker: Docker;
  readonly options: BuildOptions;
  /** The names that the image gets, in full. */
  readonly references: readonly string[];
  readonly delivery: Delivery;
  /** Of the job. */
  readonly id: string;
  readonly signal: AbortSignal;
};

export type Order = {
  /** Until the engine has said all. @throws Error when the connection breaks */
  readonly messages: AsyncIterable<BuildMessage>;
  /** Ends it, and with it whatever the engine still does for it. */
  readonly end: () => void;
};

/** Asks the engine to build. Aborting the signal stops its work. @throws Error as dockerode does when it refuses */
export async function orderBuild(order: OrderOptions): Promise<Order> {
  const { docker, options, references, delivery, id, signal } = order;
  const ref = createHash('sha256').update(id).digest('hex').slice(0, 32);
  const { session } = delivery;
  signal.throwIfAborted();
  if (session && options.ignoreCache && options.ignoreCacheOf !== undefined) {
    const request = { ref, session: session.id, dockerfile: session.dockerfile, references, options };
    return { messages: solve(docker, request, signal), end: () => undefined };
  }
  let response: Readable | undefined;
  const cancel = (): void => {
    // BuildKit stops its work when it is told to; the classic builder when nobody listens any more.
    void (session ? cancelBuild(docker, ref) : Promise.resolve()).finally(() => response?.destroy());
  };
  const end = (): void => {
    signal.removeEventListener('abort', cancel);
    response?.destroy();
  };
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const answer: unknown = await docker.buildImage(
      delivery.body as Readable,
      {
        ...parametersOf(options, references),
        ...delivery.parameters,
        ...(session ? { buildid: ref } : {}),
        abortSignal: signal,
      } as unknown as Docker.ImageBuildOptions,
    );
    response = answer as Readable;
    if (signal.aborted) cancel();
    return { messages: readMessages(response), end };
  } catch (error) {
    end();
    throw error;
  }
}

function parametersOf(options: BuildOptions, references: readonly string[]) {
  const { target, platform, ignoreCache, pullBase, network, cacheFrom } = options;
  const buildargs = recordOf(options.arguments);
  const labels = recordOf(options.labels);
  return {
    t: references,
    ...(Object.keys(buildargs).length > 0 ? { buildargs } : {}),
    ...(Object.keys(labels).length > 0 ? { labels } : {}),
    ...(target ? { target } : {}),
    ...(platform ? { platform } : {}),
    ...(ignoreCache ? { nocache: true } : {}),
    ...(pullBase ? { pull: true } : {}),
    ...(network === 'default' ? {} : { networkmode: network }),
    // As text: dockerode would repeat a list, and the engine reads it as JSON.
    ...(cacheFrom.length > 0 ? { cachefrom: JSON.stringify(cacheFrom) } : {}),
  };
}

const recordOf = (pairs: BuildOptions['labels']): Record<string, string> =>
  Object.fromEntries(pairs.map(({ name, value }) => [name, value]));

/** dockerode has no call for this. An engine that can't any more has nothing left to cancel. */
function cancelBuild(docker: Docker, id: string): Promise<void> {
  return new Promise((resolve) => {
    docker.modem.dial(
      { path: `/build/cancel?id=${id}`, method: 'POST', statusCodes: { 200: true, 204: true } },
      () => resolve(),
    );
  });
}
