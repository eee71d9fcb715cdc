import type { Translation } from '../message.js';
import type { images as english } from '../en/images.js';

export const images: Translation<typeof english> = {};
