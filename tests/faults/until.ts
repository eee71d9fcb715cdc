/** Waiting for what will be. */
import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until `holds` says true. What it throws counts as no. @throws Error that names `what` */
export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  limitMs = 60_000,
): Promise<void> {
  const deadline = Date.now() + limitMs;
  let last: unknown;
  while (Date.now() < deadline) {
    try {
      if (await holds()) return;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await pause(50);
  }
  throw new Error(`${what} did not come within ${limitMs / 1000} s`, { cause: last });
}
