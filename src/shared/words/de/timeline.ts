import type { Translation } from '../message.js';
import type { timeline as english } from '../en/timeline.js';

export const timeline: Translation<typeof english> = {};
