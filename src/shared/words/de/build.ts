import type { Translation } from '../message.js';
import type { build as english } from '../en/build.js';

export const build: Translation<typeof english> = {};
