/** What is decided before Electron is ready: where Strata writes, whether it is the first to run there, and how its pages are served. */
import { app, Menu } from 'electron';
import { sweep } from './app/foreign-files.js';
import { tryGpu, type Gpu } from './app/gpu.js';
import { openHome, type Home } from './app/home.js';
import { listenForFiles } from './app/open-file.js';
import { registerPageScheme } from './app/pages.js';
import { listenForStarts } from './app/second-starts.js';

export type Begun = {
  /** When, in ms since 1970: what lies in the home and is older was left by a run that was killed. */
  readonly at: number;
  readonly home: Home;
  /** What was erased of an earlier run, by name. */
  readonly cleaned: readonly string[];
  readonly gpu: Gpu;
};

/** Null when Strata runs there already, which hears of this start by itself. Call before `ready`. @throws Error of node:fs */
export function begin(environment: NodeJS.ProcessEnv): Begun | null {
  const at = Date.now();
  const home = openHome(environment);
  // A second start only hands its folder over; it must not write into the home of the first.
  if (!app.requestSingleInstanceLock()) return null;
  // Before anything of it is read.
  const cleaned = sweep(home.own);
  registerPageScheme();
  listenForFiles();
  listenForStarts();
  // Ours is not read yet, and Electron would make one of its own.
  Menu.setApplicationMenu(null);
  return { at, home, cleaned, gpu: tryGpu(home.drawingFile, environment, at) };
}
