import type { Translation } from '../message.js';
import type { app as english } from '../en/app.js';

export const app: Translation<typeof english> = {
  'app.nav': 'Hauptbereiche',
  'app.drop': 'Projektordner ablegen, um ihn zu bauen, oder ein Archiv, um es zu laden',
  'app.screen.images': 'Images',
  'app.screen.build': 'Build',
  'app.screen.registries': 'Registrys',
  'app.screen.disk': 'Speicher',
  'app.screen.settings': 'Einstellungen',
  'app.screen.compare': 'Vergleich',
};
