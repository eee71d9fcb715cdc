import type { Translation } from '../message.js';
import type { compare as english } from '../en/compare.js';

export const compare: Translation<typeof english> = {};
