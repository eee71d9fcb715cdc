import type { Translation } from '../message.js';
import type { disk as english } from '../en/disk.js';

export const disk: Translation<typeof english> = {};
