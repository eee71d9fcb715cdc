/** The project folder: there, a folder, and readable. */
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { FailureError, messageOf } from '../../shared/failure.js';
import { isCode } from './context/problems.js';

/** @throws FailureError `not-found` or `invalid-input`, naming the folder */
export async function assertFolder(folder: string): Promise<void> {
  try {
    if (!(await stat(folder)).isDirectory()) {
      throw new FailureError({
        code: 'invalid-input',
        title: `${folder} is not a folder`,
        detail: 'A project is a folder with a Dockerfile in it.',
        remedy: 'Choose the folder that the file lies in.',
      });
    }
    await access(folder, constants.R_OK);
  } catch (error) {
    if (error instanceof FailureError) throw error;
    const isGone = isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR');
    throw new FailureError({
      code: isGone ? 'not-found' : 'invalid-input',
      title: isGone ? `The folder ${folder} isn’t there` : `The folder ${folder} can’t be read`,
      detail: isGone
        ? 'It was moved, renamed or deleted, or never was.'
        : 'The system doesn’t let Strata look into it.',
      remedy: isGone
        ? 'Check the path, or choose the folder again.'
        : 'Change its permissions, or choose another folder.',
      cause: messageOf(error),
    });
  }
}
