/** The keychain asked in this very process: for one that does nothing else, and ends when it has its answer. */
import type { ProcessHost } from '../processes/index.js';
import { answerQuestion } from './keychain-answer.js';
import { numberedQuestion, type NumberedAnswer } from './keychain-protocol.js';

export function inThisProcess(): ProcessHost {
  return {
    start() {
      const listeners = new Set<(message: unknown) => void>();
      return {
        post(message) {
          const { id, question } = numberedQuestion.parse(message);
          void answerQuestion(question).then((answer) => {
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
