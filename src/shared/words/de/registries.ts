import type { Translation } from '../message.js';
import type { registries as english } from '../en/registries.js';

export const registries: Translation<typeof english> = {};
