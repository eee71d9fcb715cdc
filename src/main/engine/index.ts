/** The engine: where it is, whether it answers, and what its failures mean. */
export { connectTo } from './client.js';
export type { ResolvedEndpoint } from './endpoint.js';
export { createEngine, isAtLeast, type EngineService } from './engine.js';
export { isPodman } from './version.js';
export { engineFailure, engineWords, refuse } from './engine-failure.js';
export type { EngineEvent } from './events.js';
export { readObjects } from './json-stream.js';
