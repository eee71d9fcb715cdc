import type { Translation } from '../message.js';
import type { files as english } from '../en/files.js';

export const files: Translation<typeof english> = {};
