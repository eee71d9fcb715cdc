/** Quitting waits until what runs has ended in order. */
import { app } from 'electron';

/** `stop` ends everything, within a time of its own; the app goes when it has settled. */
export function stopBeforeQuit(stop: () => Promise<void>): void {
  let stopped = false;
  let stopping: Promise<void> | undefined;
  app.on('will-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    // Not at once: Electron takes a second quit only when it has seen that the first was held up.
    stopping ??= stop().finally(() => {
      stopped = true;
      setImmediate(() => app.quit());
    });
  });
}
