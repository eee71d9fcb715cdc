/**
 * Whether this machine draws without a GPU. Chromium finds that out at each start anew, by starting a process for it two or three times
 * while the page waits: a fifth of a start. What it found is kept for a day, for one version of Electron at one screen.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

const KEPT_MS = 24 * 60 * 60 * 1000;

export type Drawing = {
  /** Electron's version. */
  readonly electron: string;
  /** Which screen is drawn on: another one, a remote one among them, may have a GPU where this one has none. */
  readonly screen: string;
  /** When the start began that was looked at, in ms since 1970. */
  readonly at: number;
};

/** What tells screens apart: the display, the kind of session, and from where. */
export const screenOf = (environment: Readonly<Record<string, string | undefined>>): string =>
  ['DISPLAY', 'WAYLAND_DISPLAY', 'XDG_SESSION_TYPE', 'SESSIONNAME', 'SSH_CONNECTION']
    .map((name) => environment[name] ?? '')
    .join(' ');

/** Whether a start of `now` need not try: an earlier one found no GPU that can be used. */
export function drawsWithoutGpu(file: string, now: Drawing): boolean {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const { electron, screen, at } = { ...(kept as Partial<Drawing> | null) };
    const isSame = electron === now.electron && screen === now.screen;
    return isSame && typeof at === 'number' && at <= now.at && now.at - at < KEPT_MS;
  } catch {
    return false;
  }
}

/** Keeps what a start that tried has found. @throws Error of node:fs */
export function keepDrawing(file: string, isWithoutGpu: boolean, now: Drawing): void {
  if (isWithoutGpu) writeFileSync(file, `${JSON.stringify(now)}\n`, { mode: 0o600 });
  else rmSync(file, { force: true });
}
