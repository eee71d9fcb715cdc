/** What is said of engines and their places. Pure. */
import type { EngineEndpoint, EnginePlace, EnginePlaces } from '../../../shared/contract/engine.js';

const ORIGINS: Readonly<Record<EngineEndpoint['origin'], string>> = {
  DOCKER_HOST: 'named by DOCKER_HOST',
  context: 'named by the docker context',
  default: 'docker’s default',
  found: 'where it puts its socket',
};

/** Where a connection was tried, and why there. */
export function triedWords({ address, origin, context, name }: EngineEndpoint): string {
  if (origin === 'found') return `Tried ${name ?? 'a known program'} at ${address}.`;
  return `Tried ${address}, ${ORIGINS[origin]}${context ? ` “${context}”` : ''}.`;
}

/** What kind of place it is, where its name doesn't say. */
export function kindWords({ id, origin }: Pick<EnginePlace, 'id' | 'origin'>): string {
  if (id === 'DOCKER_HOST') return 'environment';
  return origin === 'context' ? 'docker context' : '';
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
