/** What the window says when the rest of Strata doesn’t answer it. */
import { message } from '../message.js';

export const client = {
  'client.noAnswer': 'Strata did not answer',
  'client.noAnswer.detail': message<{ channel: string }>(
    'The call “{channel}” was refused by the main process.',
  ),
  'client.noAnswer.remedy': 'Restart Strata. If it happens again, the log says more.',
} as const;
