/** Links that leave for the system's browser, once the user was asked. */
import { dialog, shell, type BrowserWindow } from 'electron';
import { FailureError, messageOf } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';

const STAY = 0;
const OPEN = 1;
/** An address as long as a person can read it; what is longer is no link for people. */
const LONGEST = 2048;

/** `url` is https, as the contract holds, and whoever calls has asked the user. @throws FailureError when the system opens none */
export async function openLink(url: string): Promise<void> {
  try {
    await shell.openExternal(new URL(url).href);
  } catch (error) {
    throw new FailureError({
      code: 'unexpected',
      title: say('shell.link.failed'),
      detail: say('shell.link.failed.detail'),
      remedy: say('shell.link.failed.remedy'),
      cause: messageOf(error),
    });
  }
}

/**
 * For links that a page opens by itself: shows in main, where no page can answer, where one leads, and opens it if the
 * user says so. Only https is asked about, and one link at a time: a page that opens a hundred gets one question.
 */
export function createLinkQuestion(onFailed: (error: unknown) => void) {
  let isAsking = false;
  return async (window: BrowserWindow, url: string): Promise<void> => {
    const link = URL.canParse(url) ? new URL(url) : null;
    if (isAsking || link?.protocol !== 'https:' || link.href.length > LONGEST) return;
    isAsking = true;
    try {
      const { response } = await dialog.showMessageBox(window, {
        type: 'question',
        message: say('shell.link.question'),
        detail: `${say('shell.link.where', { host: link.host })}\n${link.href}`,
        buttons: [say('shell.link.stay'), say('shell.link.open')],
        defaultId: STAY,
        cancelId: STAY,
        noLink: true,
      });
      if (response === OPEN) await openLink(link.href);
    } catch (error) {
      onFailed(error);
    } finally {
      isAsking = false;
    }
  };
}
