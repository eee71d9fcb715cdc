import type { Translation } from '../message.js';
import type { actions as english } from '../en/actions.js';

export const actions: Translation<typeof english> = {};
