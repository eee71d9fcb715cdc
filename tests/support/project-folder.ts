/** A project folder made for one test, and what went wrong in asking something of it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { FailureError } from '../../src/shared/failure.js';

/** @param files path, text @returns the folder's whole path; it goes with its test */
export async function projectFolder(files: Readonly<Record<string, string>>, name = 'app'): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'strata-project-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const folder = join(parent, name);
  await mkdir(folder);
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  return folder;
}

/** The failure that a promise is rejected with; null when it isn't, the error itself when it is a bug. */
export const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof FailureError ? error.failure : error),
  );
