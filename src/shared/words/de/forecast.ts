import type { Translation } from '../message.js';
import type { forecast as english } from '../en/forecast.js';

export const forecast: Translation<typeof english> = {};
