/** Where Strata writes. `STRATA_HOME` moves all of it: profile, settings, logins' names, logs. */
import { app } from 'electron';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isMarked } from './foreign-files.js';
import { sessionFolder } from './session-folder.js';

export type Home = {
  /** Where this run writes to. */
  readonly folder: string;
  /** Strata's own, which is another one on a machine that isn't the user's. */
  readonly own: string;
  readonly isForeign: boolean;
  /** Whether nothing that is written to `folder` reaches a disk. */
  readonly isInMemory: boolean;
  readonly settingsFile: string;
  readonly logFile: string;
  readonly windowsFile: string;
  readonly drawingFile: string;
};

/** The folder alone: nothing is made or changed. */
export function homeFolder(environment: NodeJS.ProcessEnv): string {
  const given = environment.STRATA_HOME;
  return given ? resolve(given) : join(app.getPath('appData'), 'Strata');
}

/** Decides on the folder, makes it (for this user only) and points Electron's own profile into it. Call before `ready`. */
export function openHome(environment: NodeJS.ProcessEnv): Home {
  const own = homeFolder(environment);
  mkdirSync(own, { recursive: true, mode: 0o700 });
  const isForeign = isMarked(own);
  const { path: folder, isInMemory } = isForeign ? sessionFolder(own) : { path: own, isInMemory: false };
  app.setPath('userData', join(own, 'profile'));
  app.setPath('crashDumps', join(folder, 'crashes'));
  return {
    folder,
    own,
    isForeign,
    isInMemory,
    settingsFile: join(folder, 'settings.json'),
    logFile: join(folder, 'logs', 'strata.log'),
    windowsFile: join(folder, 'window.json'),
    drawingFile: join(folder, 'drawing.json'),
  };
}
