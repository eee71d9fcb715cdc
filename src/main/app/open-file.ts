/** Files and folders that macOS hands over: to an app that runs, and, before it is ready, to one that is started with them. */
import { app } from 'electron';
import type { OpenedPath } from '../../shared/contract/app.js';
import { whatToOpen } from './opened-path.js';

let early: OpenedPath | null = null;
let hear = (opened: OpenedPath): void => {
  early = opened;
};

/** Listens from now on. Call before `ready`. */
export function listenForFiles(): void {
  app.on('open-file', (event, path) => {
    event.preventDefault();
    const opened = whatToOpen(path);
    if (opened !== null) hear(opened);
  });
}

/** What came before anybody followed. */
export const fileOfStart = (): OpenedPath | null => early;

/** Hears of what comes from now on. */
export function followFiles(listener: (opened: OpenedPath) => void): void {
  hear = listener;
}
