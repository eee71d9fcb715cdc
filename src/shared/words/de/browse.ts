import type { Translation } from '../message.js';
import type { browse as english } from '../en/browse.js';

export const browse: Translation<typeof english> = {};
