import type { Translation } from '../message.js';
import type { units as english } from '../en/units.js';

export const units: Translation<typeof english> = {
  'units.age.unknown': 'unbekannt',
  'units.age.now': 'gerade eben',
  'units.age.second': 'vor {count, plural, one {# Sekunde} other {# Sekunden}}',
  'units.age.minute': 'vor {count, plural, one {# Minute} other {# Minuten}}',
  'units.age.hour': 'vor {count, plural, one {# Stunde} other {# Stunden}}',
  'units.age.day': 'vor {count, plural, one {# Tag} other {# Tagen}}',
  'units.age.week': 'vor {count, plural, one {# Woche} other {# Wochen}}',
  'units.age.month': 'vor {count, plural, one {# Monat} other {# Monaten}}',
  'units.age.year': 'vor {count, plural, one {# Jahr} other {# Jahren}}',
};
