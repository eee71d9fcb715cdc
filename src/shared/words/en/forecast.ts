/** What the next build will reuse and run, and why. */
import { message } from '../message.js';

export const forecast = {
  'forecast.title': 'Cache forecast',
  'forecast.later': 'It is made once the engine answers and the options are complete.',
  'forecast.looking': 'Looking at what has changed',
  'forecast.whatIf': 'What if this file changes?',
  'forecast.whatIf.placeholder': 'a file of the project',
  'forecast.steps': 'Forecast by step',
  'forecast.key.run': 'will run',
  'forecast.key.reused': 'reused',
  'forecast.key.height': 'a band is as high as its step took long',

  'forecast.reused': 'Reused',
  'forecast.runs.ignored': 'Runs: the cache is ignored',
  'forecast.runs.above': 'Runs: what it stands on runs',
  'forecast.runs.source': 'Runs: the stage it copies from runs',
  'forecast.runs.base': 'Runs: the base image is another one',
  'forecast.runs.arguments': 'Runs: its arguments or variables changed',
  'forecast.runs.instruction': 'Runs: the line changed',
  'forecast.runs.new': 'Runs: never built here before',
  'forecast.runs.files': 'Runs: its files changed',
  'forecast.runs.oneFile': message<{ first: string }>('Runs: {first} changed'),
  'forecast.runs.twoFiles': message<{ first: string; second: string }>('Runs: {first} and {second} changed'),
  'forecast.runs.moreFiles': message<{ first: string; second: string; count: number }>(
    'Runs: {first}, {second} and {count} more changed',
  ),

  'forecast.summary.nothing': 'Nothing is built here but what the base image has.',
  'forecast.summary.first': 'Nothing of this project was built here yet, so every step will run.',
  'forecast.summary.reused': 'Everything will be reused.',
  'forecast.summary.runs': message<{ runs: number; total: number }>(
    '{runs} of {total, plural, one {{total} step} other {{total} steps}} will run.',
  ),
  'forecast.summary.runsFor': message<{ runs: number; total: number; time: string }>(
    '{runs} of {total, plural, one {{total} step} other {{total} steps}} will run, about {time}.',
  ),
  'forecast.score': message<{ right: number; steps: number; builds: number }>(
    'Right on {right, number} of {steps, number} steps in {builds, plural, one {# build} other {# builds}}.',
  ),
} as const;
