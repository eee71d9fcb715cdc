import type { Translation } from '../message.js';
import type { pull as english } from '../en/pull.js';

export const pull: Translation<typeof english> = {};
