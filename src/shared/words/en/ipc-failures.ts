/** Why a call or a job could not be answered. */
import { message } from '../message.js';

export const ipcFailures = {
  'ipcFailures.noJob': 'That job is no longer listed',
  'ipcFailures.noJob.detail': 'It ended and was taken off the activity list.',

  'ipcFailures.bug': 'Something went wrong inside Strata',
  'ipcFailures.bug.detail': message<{ channel: string }>(
    "“{channel}” failed in a way that Strata didn't foresee.",
  ),
  'ipcFailures.bug.remedy': 'Try again. If it happens again, please report it with the log.',
  'ipcFailures.malformed': 'That request was not understood',
  'ipcFailures.malformed.detail': message<{ channel: string }>(
    "What was sent to “{channel}” doesn't have the expected form, so nothing was done.",
  ),

  'ipcFailures.ended': 'Strata was ended by the system',
  'ipcFailures.ended.detail': 'It was told to quit while this was running.',
  'ipcFailures.ended.remedy': 'Start it again.',
} as const;
