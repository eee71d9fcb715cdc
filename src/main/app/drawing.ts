/**
 * Whether this machine draws without a GPU. Chromium finds that out at each start anew, by starting a process for it two or three times
 * while the page waits: a fifth of a start. What it found is kept for a day, and for one version of Electron.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

const KEPT_MS = 24 * 60 * 60 * 1000;

export type Drawing = {
  /** Electron's version, and the moment, in ms since 1970, of the start that was looked at. */
  readonly electron: string;
  readonly at: number;
};

/** Whether a start of `now` need not try: an earlier one found no GPU that can be used. */
export function drawsWithoutGpu(file: string, now: Drawing): boolean {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const { electron, at } = { ...(kept as Partial<Drawing> | null) };
    return electron === now.electron && typeof at === 'number' && at <= now.at && now.at - at < KEPT_MS;
  } catch {
    return false;
  }
}

/** Keeps what a start that tried has found. @throws Error of node:fs */
export function keepDrawing(file: string, isWithoutGpu: boolean, now: Drawing): void {
  if (isWithoutGpu) writeFileSync(file, `${JSON.stringify(now)}\n`, { mode: 0o600 });
  else rmSync(file, { force: true });
}
