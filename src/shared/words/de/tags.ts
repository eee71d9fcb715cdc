import type { Translation } from '../message.js';
import type { tags as english } from '../en/tags.js';

export const tags: Translation<typeof english> = {};
