/** The project folder: there, a folder, and readable. */
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { FailureError, messageOf } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import { isCode } from './context/problems.js';

/** @throws FailureError `not-found` or `invalid-input`, naming the folder */
export async function assertFolder(folder: string): Promise<void> {
  try {
    if (!(await stat(folder)).isDirectory()) {
      throw new FailureError({
        code: 'invalid-input',
        title: say('contextFailures.noFolder', { folder }),
        detail: say('contextFailures.noFolder.detail'),
        remedy: say('contextFailures.noFolder.remedy'),
      });
    }
    await access(folder, constants.R_OK);
  } catch (error) {
    if (error instanceof FailureError) throw error;
    const isGone = isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR');
    throw new FailureError({
      code: isGone ? 'not-found' : 'invalid-input',
      title: isGone
        ? say('contextFailures.folder.missing', { folder })
        : say('contextFailures.folder.unreadable', { folder }),
      detail: isGone
        ? say('contextFailures.folder.missing.detail')
        : say('contextFailures.folder.unreadable.detail'),
      remedy: isGone
        ? say('contextFailures.folder.missing.remedy')
        : say('contextFailures.folder.unreadable.remedy'),
      cause: messageOf(error),
    });
  }
}
