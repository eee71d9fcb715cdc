import type { Translation } from '../message.js';
import type { archives as english } from '../en/archives.js';

export const archives: Translation<typeof english> = {};
