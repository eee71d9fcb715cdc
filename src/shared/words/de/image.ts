import type { Translation } from '../message.js';
import type { image as english } from '../en/image.js';

export const image: Translation<typeof english> = {};
