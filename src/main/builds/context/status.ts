/** The status of many files: asked for at once, in whichever way costs least without holding anything else up. */
import { lstatSync, type Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';

/** A file's status, or the error with which it was refused. */
export type Status = Stats | Error;

export type StatusReader = (files: readonly string[]) => Promise<readonly Status[]>;

/** Asked at once, and then looked at how long it took. */
const GROUP = 16;
/** A file whose status the system has in memory takes a few µs. More than this, and it had to look on the disk or over a network. */
const QUICK_MS = 0.2;
/** How long this goes on before anything else gets its turn. */
const TURN_MS = 8;

/**
 * Reads the status of files in the order given. While the system answers from memory, it is asked directly: through another
 * thread, each question would take longer than its answer. Once it is slow, it is asked through other threads.
 */
export function createStatusReader(): StatusReader {
  let isQuick: boolean | undefined;
  return async (files) => {
    const found: Status[] = [];
    let turn = performance.now();
    for (let from = 0; from < files.length; from += GROUP) {
      const group = files.slice(from, from + GROUP);
      const started = performance.now();
      if (isQuick === true) {
        for (const file of group) found.push(now(file));
      } else {
        // Never directly at first: what is mounted here may not answer at all.
        found.push(...(await Promise.all(group.map((file) => lstat(file).catch(toError)))));
      }
      const ended = performance.now();
      isQuick = isQuick !== false && (ended - started) / group.length < QUICK_MS;
      if (ended - turn < TURN_MS) continue;
      await setImmediate();
      turn = performance.now();
    }
    return found;
  };
}

function now(file: string): Status {
  try {
    return lstatSync(file);
  } catch (error) {
    return toError(error);
  }
}

const toError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
