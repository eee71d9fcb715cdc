/** On macOS the system's Squirrel fetches the package from this very process, which has to be there until it has it. */
import type { EventEmitter } from 'node:events';

/** How long Squirrel may take to have the package and to unpack it. */
const LIMIT_MS = 120_000;

/**
 * Starts that, and waits for how it ends.
 * @param native Electron's own `autoUpdater`
 * @returns whether Squirrel has taken the package, and will start the app anew itself
 */
export function handedOver(native: EventEmitter, start: () => void, limitMs = LIMIT_MS): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isTaken: boolean): void => {
      clearTimeout(limit);
      native.off('update-downloaded', taken);
      native.off('error', refused);
      resolve(isTaken);
    };
    const taken = (): void => end(true);
    const refused = (): void => end(false);
    const limit = setTimeout(refused, limitMs);
    native.on('update-downloaded', taken);
    native.on('error', refused);
    start();
  });
}
