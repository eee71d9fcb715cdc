/** What a registry's refusal means: its status, its words, and who asked. */
import { z } from 'zod';
import type { Failure } from '../../../shared/failure.js';
import { parseJson } from './body.js';

export type Refusal = {
  /** `Listing the tags of team/app failed`. */
  readonly title: string;
  readonly registry: string;
  readonly status: number;
  readonly text: string;
  /** Null: nobody was logged in. */
  readonly username: string | null;
  /** Seconds, where the registry said how long to wait. */
  readonly retryAfter: number | null;
};

const errorBody = z.object({
  errors: z
    .array(z.object({ code: z.coerce.string().optional(), message: z.coerce.string().optional() }))
    .optional(),
  details: z.string().optional(),
  message: z.string().optional(),
});

/** The codes and the words of a registry's error body (distribution-spec, error codes). */
export function wordsOf(
  status: number,
  text: string,
): { readonly codes: readonly string[]; readonly words: string } {
  const { errors = [], details, message } = errorBody.safeParse(parseJson(text)).data ?? {};
  const said = errors[0]?.message ?? details ?? message ?? '';
  return {
    codes: errors.flatMap(({ code }) => (code === undefined ? [] : [code.toUpperCase()])),
    words: `HTTP ${status}${said === '' ? '' : `: ${said.slice(0, 500)}`}`,
  };
}

/** Every refusal, in words. Never called for a success. */
export function refusal(given: Refusal): Failure {
  const { title, registry, status, text, username, retryAfter } = given;
  const { codes, words } = wordsOf(status, text);
  const base = { title, cause: words };
  if (status === 429) {
    return {
      ...base,
      code: 'rate-limited',
      detail: `${registry} was asked too often from here${retryAfter === null ? '' : `, and says to wait ${waitOf(retryAfter)}`}.`,
      remedy:
        username === null
          ? 'Wait, then try again. Registries often allow more to those who are logged in.'
          : 'Wait, then try again.',
    };
  }
  if (status === 401 && username === null) {
    return {
      ...base,
      code: 'auth-required',
      detail: `${registry} wants to know who asks.`,
      remedy: `Log in to ${registry} under Registries, then try again.`,
    };
  }
  if (status === 401) {
    return {
      ...base,
      code: 'auth-rejected',
      detail: `${registry} doesn’t accept the login of “${username ?? ''}” for this.`,
      remedy: `Log in to ${registry} again under Registries, or with an account that may do it.`,
    };
  }
  if (status === 405 || status === 501 || codes.includes('UNSUPPORTED')) {
    return {
      ...base,
      code: 'denied',
      detail: `${registry} doesn’t offer this.`,
      remedy: 'Use the registry’s own web page or tools for it.',
    };
  }
  if (status === 403 || codes.includes('DENIED')) {
    return {
      ...base,
      code: username === null ? 'auth-required' : 'denied',
      detail:
        username === null
          ? `${registry} doesn’t allow it to everybody, or there is no such repository.`
          : `${registry} doesn’t allow “${username}” to do this, or there is no such repository.`,
      remedy:
        username === null
          ? `Log in to ${registry} under Registries, then try again.`
          : 'Check the name, or log in with an account that may do it.',
    };
  }
  if (status === 404) {
    return {
      ...base,
      code: 'not-found',
      detail: `${registry} has nothing of that name.`,
      remedy: 'Check the name.',
    };
  }
  if (status >= 500) {
    return {
      ...base,
      code: 'registry-unreachable',
      detail: `${registry} answers with an error of its own.`,
      remedy: 'Try again later.',
    };
  }
  return {
    ...base,
    code: 'unexpected',
    detail: `${registry} answers as no registry does.`,
    remedy: 'Check the address: it is the first part of the images’ names there.',
  };
}

const waitOf = (seconds: number): string =>
  seconds < 120
    ? `${seconds} s`
    : seconds < 7200
      ? `${Math.round(seconds / 60)} min`
      : `${Math.round(seconds / 3600)} h`;

/** RFC 9110 section 10.2.3: seconds or a date. Null where there is neither, or nonsense. */
export function parseRetryAfter(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value.trim());
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}
