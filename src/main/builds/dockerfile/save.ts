/** Writes a Dockerfile as it was edited, unless it has become another meanwhile. */
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { MAX_DOCKERFILE_BYTES, type DockerfileText } from '../../../shared/contract/builds.js';
import { FailureError } from '../../../shared/failure.js';
import { say } from '../../../shared/words/index.js';
import { writeFileAtomic } from '../../files/index.js';
import { isCode, unreadable, unwritable } from '../context/problems.js';
import { isOutside, locateDockerfile, type DockerfilePlace } from './place.js';
import { revisionOf, textOf } from './text.js';

export type DockerfileSave = {
  readonly folder: string;
  /** Relative to it. */
  readonly dockerfile: string;
  readonly text: string;
  /** As the text was read that was edited; null when the file was gone then. */
  readonly revision: string | null;
};

const NEW_FILE_MODE = 0o644;

/**
 * In one step: a reader sees the old text or the new. The file keeps its mode, and a link stays a link.
 * @returns the file as it is now
 * @throws FailureError `conflict` when the file isn't that revision, `disk-full` or `denied` when it can't be written; the
 *   old text stands then
 */
export async function saveDockerfile(asked: DockerfileSave): Promise<DockerfileText> {
  const { folder, dockerfile, text, revision } = asked;
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length > MAX_DOCKERFILE_BYTES) throw tooLarge(dockerfile);
  const place = await locateDockerfile(folder, dockerfile).catch((error: unknown) => {
    const isGone = error instanceof FailureError && error.failure.code === 'not-found';
    if (isGone && revision === null) return null;
    throw isGone ? changed(dockerfile, say('contextFailures.changed.moved')) : error;
  });
  const { file, path } = place ?? (await newPlace(folder, dockerfile));
  const found = place && (await current(place));
  if ((found?.revision ?? null) !== revision) {
    throw changed(dockerfile, say('contextFailures.changed.written'));
  }
  await writeFileAtomic(file, bytes, found?.mode ?? NEW_FILE_MODE).catch((error: unknown) => {
    throw unwritable(dockerfile, error);
  });
  return textOf(path, bytes);
}

async function current({ file, path }: DockerfilePlace): Promise<{ revision: string; mode: number }> {
  try {
    const { mode } = await stat(file);
    return { revision: revisionOf(await readFile(file)), mode: mode & 0o7777 };
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** Where a file that is gone was: its folder must still be there, inside the project. */
async function newPlace(folder: string, dockerfile: string): Promise<DockerfilePlace> {
  const named = resolve(folder, dockerfile);
  try {
    const root = await realpath(folder);
    const file = join(await realpath(dirname(named)), basename(named));
    const inside = relative(root, file);
    if (!isOutside(inside)) return { file, path: inside.split(sep).join('/') };
  } catch (error) {
    if (!isCode(error, 'ENOENT') && !isCode(error, 'ENOTDIR')) throw unwritable(dockerfile, error);
  }
  throw new FailureError({
    code: 'not-found',
    title: say('contextFailures.unwritable', { name: dockerfile }),
    detail: say('contextFailures.unwritable.noFolder'),
    remedy: say('contextFailures.unwritable.noFolder.remedy'),
  });
}

const tooLarge = (dockerfile: string): FailureError =>
  new FailureError({
    code: 'invalid-input',
    title: say('contextFailures.notWritten', { name: dockerfile }),
    detail: say('contextFailures.notWritten.large'),
    remedy: say('contextFailures.notWritten.large.remedy'),
  });

const changed = (dockerfile: string, detail: string): FailureError =>
  new FailureError({
    code: 'conflict',
    title: say('contextFailures.changed', { name: dockerfile }),
    detail,
    remedy: say('contextFailures.changed.remedy'),
  });
