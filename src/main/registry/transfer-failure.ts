/** What it means that a push or pull failed: who must do what about it. */
import { FailureError, type Failure } from '../../shared/failure.js';
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
      title: `Log in to ${registry}`,
      detail: `${failure.title}: the registry wants to know who asks.`,
      remedy: `Log in to ${registry} under Registries, then try again.`,
    };
  }
  if (failure.code === 'denied') {
    return {
      ...failure,
      detail: `${registry} doesn’t allow “${credential.username}” to do this, or there is no such repository.`,
      remedy: 'Check the name, or log in with an account that may do it.',
    };
  }
  return {
    ...failure,
    code: 'auth-rejected',
    detail: `${registry} doesn’t accept the login of “${credential.username}” any more.`,
    remedy: `Log in to ${registry} again under Registries, then try again.`,
  };
}

/** When the engine ended its account without saying that it is done. */
export function unfinished(title: string): FailureError {
  return new FailureError({
    code: 'interrupted',
    title,
    detail: 'The engine stopped before it said that it is done.',
    remedy: 'Look whether the engine is running, then try again: what has arrived already is not sent again.',
  });
}

function cancelled(title: string): Failure {
  return { code: 'cancelled', title, detail: 'It was cancelled.' };
}

function withoutSecret(failure: Failure, { secret }: Credential): Failure {
  const clean = (text: string): string => redact(text, [secret]);
  return {
    ...failure,
    detail: clean(failure.detail),
    ...(failure.cause === undefined ? {} : { cause: clean(failure.cause) }),
  };
}
