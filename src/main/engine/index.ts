/** The engine: where it is, whether it answers, and what its failures mean. */
export { createEngine, isAtLeast, type EngineService } from './engine.js';
export { engineFailure, engineWords, refuse } from './engine-failure.js';
export type { EngineEvent } from './events.js';
