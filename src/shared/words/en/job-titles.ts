/** What jobs are called, on the activity list and in notifications. */
import { message } from '../message.js';

export const jobTitles = {
  'jobTitles.push': message<{ destination: string }>('Push {destination}'),
  'jobTitles.checkOne': message<{ reference: string }>('Check {reference} for a newer image'),
  'jobTitles.check': 'Check for newer images',
  'jobTitles.pull': message<{ reference: string }>('Pull {reference}'),
} as const;
