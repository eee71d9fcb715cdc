/** What jobs are called, on the activity list and in notifications. */
import { message } from '../message.js';

export const jobTitles = {
  'jobTitles.push': message<{ destination: string }>('Push {destination}'),
  'jobTitles.checkOne': message<{ reference: string }>('Check {reference} for a newer image'),
  'jobTitles.check': 'Check for newer images',
  'jobTitles.pull': message<{ reference: string }>('Pull {reference}'),

  'jobTitles.saveOne': message<{ image: string; file: string }>('Saving {image} as {file}'),
  'jobTitles.saveMany': message<{ count: number; file: string }>('Saving {count} images as {file}'),
  'jobTitles.load': message<{ file: string }>('Loading {file}'),
  'jobTitles.import': message<{ file: string; reference: string }>('Importing {file} as {reference}'),

  'jobTitles.measure': 'Measuring the engine’s disk',
  'jobTitles.cleanUp': message<{ count: number }>(
    '{count, plural, one {Removing # thing} other {Removing # things}}',
  ),

  'jobTitles.index': message<{ name: string }>('Looking into {name}'),
  'jobTitles.takeAll': message<{ target: string }>('Saving all files as {target}'),
  'jobTitles.take': message<{ path: string; target: string }>('Saving {path} as {target}'),

  'jobTitles.update': message<{ version: string }>('Download Strata {version}'),

  'jobTitles.build': message<{ name: string }>('Build {name}'),
} as const;
