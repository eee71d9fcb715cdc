import type { Translation } from '../message.js';
import type { engine as english } from '../en/engine.js';

export const engine: Translation<typeof english> = {};
