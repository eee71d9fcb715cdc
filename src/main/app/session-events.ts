/** What the system tells of the user's session: that it was locked, that the computer woke up. */
import { powerMonitor } from 'electron';

export type SessionEvents = {
  /** The screen was locked. */
  readonly onLock: () => void;
  /** Time has passed: every so often, and after a sleep. */
  readonly onTime: () => void;
};

const EVERY_MS = 20_000;
/** Where there is no event for it (Linux), a lock is found by asking. */
const IDLE_SECONDS = 1;

/** Call after `ready`. The answer ends it. */
export function watchSession({ onLock, onTime }: SessionEvents): () => void {
  let wasLocked = false;
  const look = (): void => {
    const isLocked = powerMonitor.getSystemIdleState(IDLE_SECONDS) === 'locked';
    if (isLocked && !wasLocked) onLock();
    wasLocked = isLocked;
    onTime();
  };
  const timer = setInterval(look, EVERY_MS);
  powerMonitor.on('lock-screen', onLock);
  powerMonitor.on('suspend', onTime);
  powerMonitor.on('resume', look);
  return () => {
    clearInterval(timer);
    powerMonitor.off('lock-screen', onLock);
    powerMonitor.off('suspend', onTime);
    powerMonitor.off('resume', look);
  };
}
