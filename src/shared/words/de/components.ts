import type { Translation } from '../message.js';
import type { components as english } from '../en/components.js';

export const components: Translation<typeof english> = {};
