import type { Translation } from '../message.js';
import type { failures as english } from '../en/failures.js';

export const failures: Translation<typeof english> = {
  'failures.cancelled': 'Es wurde abgebrochen.',

  'failures.shouldNotHave': 'Etwas ging schief, das nicht hätte schiefgehen dürfen.',

  'failures.again': 'Erneut versuchen.',
};
