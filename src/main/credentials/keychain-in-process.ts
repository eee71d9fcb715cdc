/** The keychain asked in this very process: for one that does nothing else, and ends when it has its answer. */
import type { ProcessHost } from '../processes/index.js';
import { answerQuestion } from './keychain-answer.js';
import { numberedQuestion, type NumberedAnswer } from './keychain-protocol.js';

/** `isBusy`: a call has not come back, and the process can't end in good order before it does. */
export function inThisProcess(): ProcessHost & { readonly isBusy: () => boolean } {
  let running = 0;
  return {
    isBusy: () => running > 0,
    start() {
      const listeners = new Set<(message: unknown) => void>();
      return {
        post(message) {
          const { id, question } = numberedQuestion.parse(message);
          running += 1;
          void answerQuestion(question).then((answer) => {
            running -= 1;
            for (const listener of listeners) listener({ id, answer } satisfies NumberedAnswer);
          });
        },
        onMessage: (listener) => void listeners.add(listener),
        onExit: () => undefined,
        // What hangs ends with the process; nobody hears it any more.
        kill: () => listeners.clear(),
      };
    },
  };
}
