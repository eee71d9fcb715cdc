/** Links that leave for the system's browser, once the user was asked. */
import { shell } from 'electron';
import { FailureError, messageOf } from '../../shared/failure.js';

/** `url` is https, as the contract holds. @throws FailureError when the system opens none */
export async function openLink(url: string): Promise<void> {
  try {
    await shell.openExternal(new URL(url).href);
  } catch (error) {
    throw new FailureError({
      code: 'unexpected',
      title: 'The link could not be opened',
      detail: 'The system opened no browser for it.',
      remedy: 'Copy the link and open it there.',
      cause: messageOf(error),
    });
  }
}
