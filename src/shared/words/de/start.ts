import type { Translation } from '../message.js';
import type { start as english } from '../en/start.js';

export const start: Translation<typeof english> = {};
