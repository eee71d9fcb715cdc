/** The status of many files: asked for at once, in whichever way costs least without holding anything else up. */
import { lstatSync, type Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { createPace } from './pace.js';

/** A file's status, or the error with which it was refused. */
export type Status = Stats | Error;

export type StatusReader = (files: readonly string[]) => Promise<readonly Status[]>;

const AT_ONCE = 16;

/** Reads the status of files in the order given. */
export function createStatusReader(): StatusReader {
  // Never directly at first: what is mounted here may not answer at all.
  const pace = createPace(false);
  return async (files) => {
    const found: Status[] = [];
    for (let from = 0; from < files.length; from += AT_ONCE) {
      const group = files.slice(from, from + AT_ONCE);
      const started = performance.now();
      if (pace.isQuick()) for (const file of group) found.push(now(file));
      else found.push(...(await Promise.all(group.map((file) => lstat(file).catch(toError)))));
      pace.took(group.length, performance.now() - started);
      await pace.rest();
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
