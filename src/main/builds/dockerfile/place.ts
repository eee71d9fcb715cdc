/** Where a Dockerfile really lies: inside its project, a file, and of a sensible size. */
import { lstat, realpath, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { MAX_DOCKERFILE_BYTES } from '../../../shared/contract/builds.js';
import { FailureError } from '../../../shared/failure.js';
import { say } from '../../../shared/words/index.js';
import { isCode, unreadable } from '../context/problems.js';
import { assertFolder } from '../folder.js';

export type DockerfilePlace = {
  /** Whole path, links followed. */
  readonly file: string;
  /** In the folder, with slashes. */
  readonly path: string;
};

/**
 * Links are followed, but never out of the folder.
 * @throws FailureError `not-found` when it is gone, `invalid-input` when it lies outside the folder or is no file of a
 *   sensible size
 */
export async function locateDockerfile(folder: string, dockerfile: string): Promise<DockerfilePlace> {
  const root = await realpath(folder).catch(async (error: unknown) => {
    await assertFolder(folder);
    throw unreadable(folder, error);
  });
  const named = resolve(root, dockerfile);
  const real = await realpath(named).catch((error: unknown) => {
    if (!isCode(error, 'ENOENT') && !isCode(error, 'ENOTDIR')) throw unreadable(dockerfile, error);
    throw new FailureError({
      code: 'not-found',
      title: say('contextFailures.noDockerfile', { dockerfile, folder: basename(root) }),
      detail: say('contextFailures.noDockerfile.detail', { path: join(root, dockerfile) }),
      remedy: say('contextFailures.noDockerfile.remedy'),
    });
  });
  const inside = relative(root, real);
  if (isOutside(inside)) {
    throw refused(dockerfile, say('contextFailures.dockerfile.outside'));
  }
  const { size } = await stat(real);
  if (!(await lstat(real)).isFile()) throw refused(dockerfile, say('contextFailures.dockerfile.noFile'));
  if (size > MAX_DOCKERFILE_BYTES) throw refused(dockerfile, say('contextFailures.dockerfile.large'));
  const asNamed = relative(root, named);
  return { file: real, path: (isOutside(asNamed) ? inside : asNamed).split(sep).join('/') };
}

/** Of a path relative to a folder. */
export const isOutside = (path: string): boolean =>
  path === '' || path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);

const refused = (dockerfile: string, detail: string): FailureError =>
  new FailureError({
    code: 'invalid-input',
    title: say('contextFailures.dockerfile', { name: dockerfile }),
    detail,
    remedy: say('contextFailures.dockerfile.remedy'),
  });
