import type { Translation } from '../message.js';
import type { options as english } from '../en/options.js';

export const options: Translation<typeof english> = {};
