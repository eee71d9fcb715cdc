/** The engine: where it is, whether it answers, and what its failures mean. */
export { connectTo } from './client.js';
export type { ResolvedEndpoint } from './endpoints/address.js';
export { endpointOf, placeAtStart } from './endpoints/places.js';
export { createEngine, type EngineService } from './engine.js';
export { isAtLeast, isPodman } from './version.js';
export { engineFailure, engineWords, refuse } from './engine-failure.js';
export type { EngineEvent } from './events.js';
export { readObjects } from './json-stream.js';
export { within } from './limit.js';
export { findStarters, startEngine } from './starters.js';
