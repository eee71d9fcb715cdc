import type { Translation } from '../message.js';
import type { shell as english } from '../en/shell.js';

export const shell: Translation<typeof english> = {};
