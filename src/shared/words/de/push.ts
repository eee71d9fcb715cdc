import type { Translation } from '../message.js';
import type { push as english } from '../en/push.js';

export const push: Translation<typeof english> = {};
