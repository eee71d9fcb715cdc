/** On a machine that isn't the user's, no keychain holds a login. */
import type { Failure } from '../../shared/failure.js';

export const keepNothingHere: Failure = {
  code: 'keychain-unavailable',
  title: 'Nothing is kept on this machine',
  detail: 'You have said that it isn’t yours, so logins last until Strata quits.',
  remedy: 'Choose “Only until Strata quits”, or say under Settings that the machine is yours.',
};
