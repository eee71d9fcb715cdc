import type { Translation } from '../message.js';
import type { jobTitles as english } from '../en/job-titles.js';

export const jobTitles: Translation<typeof english> = {
  'jobTitles.push': 'Push nach {destination}',
  'jobTitles.checkOne': 'Prüfen, ob es {reference} neuer gibt',
  'jobTitles.check': 'Nach neueren Images suchen',
  'jobTitles.pull': 'Pull von {reference}',

  'jobTitles.saveOne': '{image} als {file} speichern',
  'jobTitles.saveMany': '{count} Images als {file} speichern',
  'jobTitles.load': '{file} laden',
  'jobTitles.import': '{file} als {reference} importieren',

  'jobTitles.measure': 'Den Speicherplatz der Engine messen',
  'jobTitles.cleanUp': '{count, plural, one {# Objekt entfernen} other {# Objekte entfernen}}',

  'jobTitles.index': 'In {name} hineinsehen',
  'jobTitles.takeAll': 'Alle Dateien als {target} speichern',
  'jobTitles.take': '{path} als {target} speichern',

  'jobTitles.update': 'Strata {version} herunterladen',

  'jobTitles.build': 'Build von {name}',
};
