/** The far side: how such a process hears and answers whoever started it. */

type UtilityPort = {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
};

/** Hands every message of the parent to `take`, with the way to answer. The process ends with its parent. */
export function answerParent(take: (message: unknown, post: (answer: unknown) => void) => void): void {
  const utility = (process as unknown as { parentPort?: UtilityPort }).parentPort;
  if (utility) {
    utility.on('message', ({ data }) => take(data, (answer) => utility.postMessage(answer)));
    return;
  }
  process.on('message', (message) => take(message, (answer) => void process.send?.(answer)));
  // Whoever started this one is gone; there is nobody left to answer.
  process.on('disconnect', () => process.exit(0));
}
