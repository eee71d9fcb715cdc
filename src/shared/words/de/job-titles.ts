import type { Translation } from '../message.js';
import type { jobTitles as english } from '../en/job-titles.js';

export const jobTitles: Translation<typeof english> = {
  'jobTitles.push': 'Push nach {destination}',
  'jobTitles.checkOne': 'Prüfen, ob es {reference} neuer gibt',
  'jobTitles.check': 'Nach neueren Images suchen',
  'jobTitles.pull': 'Pull von {reference}',
};
