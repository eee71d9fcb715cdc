/** On a machine that isn't the user's, no keychain holds a login. */
import type { Failure } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';

export const keepNothingHere = (): Failure => ({
  code: 'keychain-unavailable',
  title: say('credentialFailures.nothingKept'),
  detail: say('credentialFailures.nothingKept.detail'),
  remedy: say('credentialFailures.nothingKept.remedy'),
});
