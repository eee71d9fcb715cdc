import type { Translation } from '../message.js';
import type { dockerConfig as english } from '../en/docker-config.js';

export const dockerConfig: Translation<typeof english> = {};
