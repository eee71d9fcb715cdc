import type { Translation } from '../message.js';
import type { updates as english } from '../en/updates.js';

export const updates: Translation<typeof english> = {};
