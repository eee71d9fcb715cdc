/** The screen “Settings”. */
import { message } from '../message.js';

export const settings = {
  'settings.theme': 'Theme',
  'settings.theme.system': 'System',
  'settings.theme.light': 'Light',
  'settings.theme.dark': 'Dark',
  'settings.theme.contrast': 'High contrast',
  'settings.language': 'Language',
  'settings.language.system': message<{ language: string }>('As the system ({language})'),
} as const;
