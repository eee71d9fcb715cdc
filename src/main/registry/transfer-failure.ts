/** What it means that a push or pull failed: who must do what about it. */
import { FailureError, type Failure } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import { redact, type Credential } from '../credentials/index.js';
import { engineFailure } from '../engine/index.js';
import type { Direction } from './transfer-stream.js';

export type Transfer = {
  readonly direction: Direction;
  /** `Pushing ghcr.io/me/app:1 failed`. */
  readonly title: string;
  readonly registry: string;
  readonly credential: Credential | null;
  readonly signal: AbortSignal;
};

/** Maps what dockerode or the engine's stream gave as an error. Cancelled by the user is `cancelled`, whatever broke. */
export function transferFailure(error: unknown, transfer: Transfer): FailureError {
  const { title, credential, signal } = transfer;
  if (signal.aborted) return new FailureError(cancelled(title));
  const failure = engineFailure(error, { title });
  const words = credential ? withoutSecret(failure, credential) : failure;
  return new FailureError(withLogin(words, transfer));
}

/** A registry says "unauthorized" and "denied" for a login that is missing, wrong or not enough: which, is known here. */
function withLogin(failure: Failure, { direction, registry, credential }: Transfer): Failure {
  const isAboutLogin = ['auth-required', 'auth-rejected', 'denied'].includes(failure.code);
  if (!isAboutLogin) return failure;
  // Docker Hub denies the pull of a name that doesn't exist in the same words: more often than not it is mistyped.
  if (!credential && direction === 'pull' && failure.code === 'denied') return failure;
  if (!credential) {
    return {
      ...failure,
      code: 'auth-required',
      title: say('registryFailures.logInFirst', { registry }),
      detail: say('registryFailures.logInFirst.detail', { title: failure.title }),
      remedy: say('registryFailures.logIn', { registry }),
    };
  }
  if (failure.code === 'denied') {
    return {
      ...failure,
      detail: say('registryFailures.notForUser', { registry, username: credential.username }),
      remedy: say('registryFailures.notForUser.remedy'),
    };
  }
  return {
    ...failure,
    code: 'auth-rejected',
    detail: say('registryFailures.loginEnded', { registry, username: credential.username }),
    remedy: say('registryFailures.loginEnded.remedy', { registry }),
  };
}

/** When the engine ended its account without saying that it is done. */
export function unfinished(title: string): FailureError {
  return new FailureError({
    code: 'interrupted',
    title,
    detail: say('registryFailures.unfinished'),
    remedy: say('registryFailures.unfinished.remedy'),
  });
}

function cancelled(title: string): Failure {
  return { code: 'cancelled', title, detail: say('failures.cancelled') };
}

function withoutSecret(failure: Failure, { secret }: Credential): Failure {
  const clean = (text: string): string => redact(text, [secret]);
  return {
    ...failure,
    detail: clean(failure.detail),
    ...(failure.cause === undefined ? {} : { cause: clean(failure.cause) }),
  };
}
