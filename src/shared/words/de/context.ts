import type { Translation } from '../message.js';
import type { context as english } from '../en/context.js';

export const context: Translation<typeof english> = {};
