import type { Translation } from '../message.js';
import type { history as english } from '../en/history.js';

export const history: Translation<typeof english> = {};
