/** What went wrong, as a value that crosses processes. The one list of codes, and the one shape. */

export const failureCodes = [
  'engine-unreachable',
  'engine-refused',
  'not-found',
  'conflict',
  'invalid-input',
  'auth-required',
  'auth-rejected',
  'denied',
  'registry-unreachable',
  'tls-untrusted',
  'rate-limited',
  'keychain-unavailable',
  'disk-full',
  'build-failed',
  'cancelled',
  'interrupted',
  'unexpected',
] as const;

export type FailureCode = (typeof failureCodes)[number];

/**
 * An expected failure, in words for a person.
 * `title` says what happened and to what, `detail` why, `remedy` what to do next;
 * `cause` carries the engine's or registry's own words, shown under "Details".
 */
export type Failure = {
  readonly code: FailureCode;
  readonly title: string;
  readonly detail: string;
  readonly remedy?: string;
  readonly cause?: string;
  /** What the user may run in a terminal about it: shown to be copied, never run. */
  readonly command?: string;
  /** Where in a file the failure lies, when it lies in one. Lines count from 1. */
  readonly source?: { readonly file: string; readonly line: number };
  /** What Strata would do about it, if the user agrees. */
  readonly offer?: FailureOffer;
};

/** What only the user can allow, of one registry. Each is a setting once it is allowed. */
export type FailureOffer =
  /** Its passwords go to `service` (an https origin), which is of another host. */
  | { readonly type: 'allow-token-service'; readonly registry: string; readonly service: string }
  /** It is spoken to without encryption. */
  | { readonly type: 'allow-http'; readonly registry: string };

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const failed = (failure: Failure): Result<never> => ({ ok: false, failure });

/** How a domain refuses: thrown inside main, turned into a `Result` once, where a call is answered. */
export class FailureError extends Error {
  override readonly name = 'FailureError';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(`${failure.title}: ${failure.detail}`);
    this.failure = failure;
  }
}

/** The message of anything thrown, without its stack. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
