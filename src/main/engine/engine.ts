/** One engine and the way to it: found as docker finds it, or as the user chose. */
import type Docker from 'dockerode';
import type { EnginePlaces, EngineStatus } from '../../shared/contract/engine.js';
import { FailureError, type Failure } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import { resolveEndpoint } from './endpoints/endpoint.js';
import { endpointOf, findPlaces, type Place, type PlaceSources } from './endpoints/places.js';
import type { ResolvedEndpoint } from './endpoints/address.js';
import { engineFailure } from './engine-failure.js';
import type { EngineEvent } from './events.js';
import { openLink, type Link } from './link.js';
import { probe } from './probe.js';

export type EngineOptions = PlaceSources & {
  readonly onStatus: (status: EngineStatus) => void;
  readonly log?: (text: string) => void;
  /** The id of the place that the user chose; null: as docker decides. */
  readonly chosen?: string | null;
};

export type EngineService = {
  /** @throws FailureError `invalid-input` when the environment names no usable endpoint */
  readonly docker: () => Docker;
  /** What `docker` is connected to, for a process that connects by itself. @throws as `docker` does */
  readonly endpoint: () => ResolvedEndpoint;
  readonly status: () => EngineStatus;
  /** Tries at once. Answers with what came of it. */
  readonly reconnect: () => Promise<EngineStatus>;
  /** Every place where an engine may be, looked at now. */
  readonly places: () => Promise<EnginePlaces>;
  /** Events of images and containers, and `resync` whenever a connection was made. The answer ends it. */
  readonly onEvent: (listener: (event: EngineEvent) => void) => () => void;
  readonly stop: () => void;
};

/** What is worked with: an engine's place that can be connected to, or why there is none. */
type Target = { readonly link: Link } | { readonly failure: Failure; readonly status: EngineStatus };

/** Starts to connect, and goes on until `stop`. */
export function createEngine(options: EngineOptions): EngineService {
  const { onStatus, log = () => undefined, ...sources } = options;
  const listeners = new Set<(event: EngineEvent) => void>();
  let chosen = options.chosen ?? null;
  let hasStopped = false;
  let target = open(chosen);

  function tell(status: EngineStatus): void {
    const { address } = status.endpoint;
    log(
      status.state === 'connected'
        ? `engine ${status.product} ${status.version} at ${address}`
        : `engine ${status.state} at ${address}`,
    );
    onStatus(status);
  }

  function link(endpoint: ResolvedEndpoint): Target {
    const opened = openLink({
      endpoint,
      onStatus: tell,
      onFailed: () => void (endpoint.origin === 'default' && chosen === null && lookElsewhere(opened)),
      onEvent: (event) => listeners.forEach((listener) => listener(event)),
    });
    return { link: opened };
  }

  function open(place: string | null): Target {
    try {
      return link(place === null ? resolveEndpoint(sources) : endpointOf(sources, place));
    } catch (error) {
      // A chosen place that is gone is no reason to have none.
      if (place !== null) return open((chosen = null));
      const { DOCKER_HOST: address, DOCKER_CONTEXT: context } = sources.environment;
      const failure = engineFailure(error, { title: say('engineFailures.address') });
      const endpoint = address
        ? ({ address, origin: 'DOCKER_HOST' } as const)
        : ({ address: '', origin: 'context', ...(context ? { context } : {}) } as const);
      return { failure, status: { state: 'unreachable', endpoint, failure } };
    }
  }

  /** Where nothing is named and docker's own place is empty, the first known one that answers will do. */
  async function lookElsewhere(from: Link): Promise<void> {
    const found = findPlaces(sources).filter(({ endpoint }) => endpoint?.origin === 'found');
    const looked = await Promise.all(found.map(probe));
    const at = looked.findIndex(({ state }) => state === 'answers');
    const endpoint = found[at]?.endpoint;
    const isStillWanted = 'link' in target && target.link === from && from.status().state === 'unreachable';
    if (!endpoint || !isStillWanted || hasStopped) return;
    from.end();
    target = link(endpoint);
  }

  /** The place that was chosen leads elsewhere by now. */
  const hasMoved = (tried: Link): boolean => {
    if (chosen === null || tried.status().state === 'connected') return false;
    const now = findPlaces(sources).find(({ id }) => id === chosen)?.endpoint;
    return now !== undefined && now !== null && now.address !== tried.endpoint.address;
  };
  const current = (): Link => {
    if ('link' in target) return target.link;
    throw new FailureError(target.failure);
  };
  const status = (): EngineStatus => ('link' in target ? target.link.status() : target.status);

  return {
    docker: () => current().docker,
    endpoint: () => current().endpoint,
    status,
    async reconnect() {
      if (hasStopped) return status();
      // What couldn't be used may have been put right since: a context's file, a certificate.
      if ('failure' in target || hasMoved(target.link)) {
        if ('link' in target) target.link.end();
        target = open(chosen);
        tell(status());
      }
      if ('link' in target) await target.link.retry();
      return status();
    },
    async places() {
      const places = findPlaces(sources);
      return { places: await Promise.all(places.map(probe)), current: idOf(places, target), chosen };
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop() {
      hasStopped = true;
      listeners.clear();
      if ('link' in target) target.link.end();
    },
  };
}

function idOf(places: readonly Place[], target: Target): string | null {
  if ('failure' in target) return null;
  const { address, context } = target.link.endpoint;
  const is = ({ endpoint }: Place): boolean =>
    endpoint?.address === address && (context === undefined || endpoint.context === context);
  return (places.find(is) ?? places.find(({ endpoint }) => endpoint?.address === address))?.id ?? null;
}
