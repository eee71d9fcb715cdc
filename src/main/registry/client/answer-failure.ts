/** What a registry's refusal means: its status, its words, and who asked. */
import { z } from 'zod';
import type { Failure } from '../../../shared/failure.js';
import { say } from '../../../shared/words/index.js';
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
      detail:
        retryAfter === null
          ? say('registryFailures.tooOften', { registry })
          : say('registryFailures.tooOften.wait', { registry, time: waitOf(retryAfter) }),
      remedy:
        username === null ? say('registryFailures.tooOften.login') : say('registryFailures.tooOften.remedy'),
    };
  }
  if (status === 401 && username === null) {
    return {
      ...base,
      code: 'auth-required',
      detail: say('registryFailures.whoAsks', { registry }),
      remedy: say('registryFailures.logIn', { registry }),
    };
  }
  if (status === 401) {
    return {
      ...base,
      code: 'auth-rejected',
      detail: say('registryFailures.loginRefused', { registry, username: username ?? '' }),
      remedy: say('registryFailures.loginRefused.remedy', { registry }),
    };
  }
  if (status === 405 || status === 501 || codes.includes('UNSUPPORTED')) {
    return {
      ...base,
      code: 'denied',
      detail: say('registryFailures.notOffered', { registry }),
      remedy: say('registryFailures.notOffered.remedy'),
    };
  }
  if (status === 403 || codes.includes('DENIED')) {
    return {
      ...base,
      code: username === null ? 'auth-required' : 'denied',
      detail:
        username === null
          ? say('registryFailures.notForAll', { registry })
          : say('registryFailures.notForUser', { registry, username }),
      remedy:
        username === null
          ? say('registryFailures.logIn', { registry })
          : say('registryFailures.notForUser.remedy'),
    };
  }
  if (status === 404) {
    return {
      ...base,
      code: 'not-found',
      detail: say('registryFailures.nothing', { registry }),
      remedy: say('registryFailures.nothing.remedy'),
    };
  }
  if (status >= 500) {
    return {
      ...base,
      code: 'registry-unreachable',
      detail: say('registryFailures.ownError', { registry }),
      remedy: say('registryFailures.later'),
    };
  }
  return {
    ...base,
    code: 'unexpected',
    detail: say('registryFailures.asNoRegistry', { registry }),
    remedy: say('registryFailures.checkAddress'),
  };
}

const waitOf = (seconds: number): string =>
  seconds < 120
    ? say('registryFailures.wait.seconds', { seconds })
    : seconds < 7200
      ? say('registryFailures.wait.minutes', { minutes: Math.round(seconds / 60) })
      : say('registryFailures.wait.hours', { hours: Math.round(seconds / 3600) });

/** RFC 9110 section 10.2.3: seconds or a date. Null where there is neither, or nonsense. */
export function parseRetryAfter(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value.trim());
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}
