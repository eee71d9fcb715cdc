/** The ignore file that counts for a Dockerfile: found, read, and understood. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FailureError } from '../../../shared/failure.js';
import { createIgnore, IgnorePatternError, parseIgnore, type Ignore } from '../../../shared/ignore/ignore.js';
import { say } from '../../../shared/words/index.js';
import { isCode, unreadable } from './problems.js';

export type IgnoreFile = {
  /** Relative to the project folder. */
  readonly name: string;
  readonly text: string;
};

/** `<Dockerfile>.dockerignore` before `.dockerignore`, as BuildKit looks for them. @throws FailureError when it can't be read */
export async function findIgnoreFile(folder: string, dockerfile: string): Promise<IgnoreFile | null> {
  for (const name of [`${dockerfile}.dockerignore`, '.dockerignore']) {
    const text = await readFile(join(folder, name), 'utf8').catch((error: unknown) => {
      if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return null;
      throw unreadable(name, error);
    });
    if (text !== null) return { name, text };
  }
  return null;
}

/** @throws FailureError `invalid-input`, with the line, for a pattern that the engine would refuse */
export function readIgnore({ name, text }: IgnoreFile): Ignore {
  try {
    return createIgnore(parseIgnore(text));
  } catch (error) {
    if (!(error instanceof IgnorePatternError)) throw error;
    const line = text.split(/\r?\n/).findIndex((one) => one.includes(error.pattern.replace(/^!/, ''))) + 1;
    throw new FailureError({
      code: 'invalid-input',
      title: say('contextFailures.pattern', { name }),
      detail: say('contextFailures.pattern.detail', { pattern: error.pattern }),
      remedy: say('contextFailures.pattern.remedy'),
      ...(line > 0 ? { source: { file: name, line } } : {}),
    });
  }
}
