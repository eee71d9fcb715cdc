import type { Translation } from '../message.js';
import type { pictures as english } from '../en/pictures.js';

export const pictures: Translation<typeof english> = {};
