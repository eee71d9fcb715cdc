import type { Translation } from '../message.js';
import type { containers as english } from '../en/containers.js';

export const containers: Translation<typeof english> = {};
