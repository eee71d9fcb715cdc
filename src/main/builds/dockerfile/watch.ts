/** Follows a Dockerfile on disk: editors replace it, checkouts delete it and put it back. */
import { watch, type FSWatcher } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { DockerfileChange } from '../../../shared/contract/builds.js';
import { FailureError } from '../../../shared/failure.js';
import { locateDockerfile } from './place.js';
import { readDockerfile } from './text.js';

/** One save is several events, and a checkout is many: what it is afterwards is what counts. */
const SETTLING_MS = 60;

/**
 * Tells of each text that the file has from now on, and of its being gone. What can't be followed, on some network drives,
 * is not told of: the screen reads the file again when its window comes to the front.
 * @returns ends it
 * @throws FailureError as `readDockerfile` when there is nothing to follow
 */
export async function watchDockerfile(
  folder: string,
  dockerfile: string,
  emit: (change: DockerfileChange) => void,
  log: (message: string, error: unknown) => void,
): Promise<() => void> {
  const { file } = await locateDockerfile(folder, dockerfile);
  let known: string | null = (await readDockerfile(folder, dockerfile)).revision;
  let timer: NodeJS.Timeout | undefined;
  let hasEnded = false;

  const look = async (): Promise<void> => {
    const change = await readDockerfile(folder, dockerfile).then(
      (source): DockerfileChange => ({ type: 'text', source }),
      (error: unknown): DockerfileChange => {
        if (error instanceof FailureError) return { type: 'gone', failure: error.failure };
        throw error;
      },
    );
    const revision = change.type === 'text' ? change.source.revision : null;
    if (hasEnded || revision === known) return;
    known = revision;
    emit(change);
  };
  const failed = (error: unknown): void => log(`${dockerfile} of ${folder} is no longer followed`, error);
  // Not put off by what comes meanwhile: something may write into the folder all the time.
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      look().catch(failed);
    }, SETTLING_MS);
  };

  // The folders, not the file: a file that is replaced is another one. Both where it is named and where it lies.
  const named = resolve(folder, dockerfile);
  const watchers = [...new Set([dirname(file), dirname(named)])].flatMap((one) => {
    const names = new Set([basename(file), basename(named), basename(one)]);
    return follow(
      one,
      (name) => {
        if (name === null || names.has(name)) soon();
      },
      failed,
    );
  });
  // What was written while the watchers were being set up.
  soon();
  return () => {
    hasEnded = true;
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** @param onEvent with the name of what changed in the folder, or was the folder itself; null where the system doesn't tell */
function follow(
  folder: string,
  onEvent: (name: string | null) => void,
  onError: (error: unknown) => void,
): FSWatcher[] {
  try {
    return [watch(folder, { persistent: false }, (_event, name) => onEvent(name)).on('error', onError)];
  } catch (error) {
    onError(error);
    return [];
  }
}
