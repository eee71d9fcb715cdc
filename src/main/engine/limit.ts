/** An engine that accepts a connection and then says nothing counts as one that doesn't answer. */
import { setTimeout as pause } from 'node:timers/promises';

/** @throws an error with the code `ETIMEDOUT` when `answer` takes longer than `ms` */
export async function within<T>(answer: Promise<T>, ms: number): Promise<T> {
  const timer = new AbortController();
  const limit = pause(ms, undefined, { signal: timer.signal }).then(() => {
    throw Object.assign(new Error(`no answer within ${ms / 1000} s`), { code: 'ETIMEDOUT' });
  });
  try {
    return await Promise.race([answer, limit]);
  } finally {
    limit.catch(() => undefined);
    timer.abort();
  }
}
