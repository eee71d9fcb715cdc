import type { Translation } from '../message.js';
import type { settings as english } from '../en/settings.js';

export const settings: Translation<typeof english> = {
  'settings.theme': 'Farbschema',
  'settings.theme.system': 'Wie das System',
  'settings.theme.light': 'Hell',
  'settings.theme.dark': 'Dunkel',
  'settings.theme.contrast': 'Hoher Kontrast',
  'settings.language': 'Sprache',
  'settings.language.system': 'Wie das System ({language})',
};
