/** What is said of engines and their places. Pure. */
import type { EngineEndpoint, EnginePlace, EnginePlaces } from '../../../shared/contract/engine.js';
import { say } from '../../../shared/words/index.js';

/** Where a connection was tried, and why there. */
export function triedWords({ address, origin, context, name }: EngineEndpoint): string {
  if (origin === 'found')
    return name === undefined
      ? say('engine.tried.foundUnnamed', { address })
      : say('engine.tried.found', { address, name });
  return origin === 'context' && context
    ? say('engine.tried.contextNamed', { address, name: context })
    : say(`engine.tried.${origin}`, { address });
}

/** What kind of place it is, where its name doesn't say. */
export function kindWords({ id, origin }: Pick<EnginePlace, 'id' | 'origin'>): string {
  if (id === 'DOCKER_HOST') return say('engine.place.environment');
  return origin === 'context' ? say('engine.place.context') : '';
}

export type OfferedPlaces = {
  /** Those where an engine answers, or was meant to. */
  readonly offered: readonly EnginePlace[];
  /** Those of known programs that aren't there. */
  readonly absent: readonly EnginePlace[];
};

/** An empty place is offered only where somebody has named it, or is using it. */
export function sortPlaces({ places, current, chosen }: EnginePlaces): OfferedPlaces {
  const isOffered = ({ id, origin, state }: EnginePlace): boolean =>
    state !== 'absent' || origin === 'context' || origin === 'DOCKER_HOST' || id === current || id === chosen;
  return { offered: places.filter(isOffered), absent: places.filter((place) => !isOffered(place)) };
}
