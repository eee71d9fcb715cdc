/** Where Strata writes. `STRATA_HOME` moves all of it: profile, settings, logins' names, logs. */
import { app } from 'electron';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type Home = {
  readonly folder: string;
  readonly settingsFile: string;
  readonly logFile: string;
  readonly windowFile: string;
};

/** The folder alone: nothing is made or changed. */
export function homeFolder(environment: NodeJS.ProcessEnv): string {
  const given = environment.STRATA_HOME;
  return given ? resolve(given) : join(app.getPath('appData'), 'Strata');
}

/** Decides on the folder, makes it (for this user only) and points Electron's own profile into it. Call before `ready`. */
export function openHome(environment: NodeJS.ProcessEnv): Home {
  const folder = homeFolder(environment);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.setPath('userData', join(folder, 'profile'));
  app.setPath('crashDumps', join(folder, 'crashes'));
  return {
    folder,
    settingsFile: join(folder, 'settings.json'),
    logFile: join(folder, 'logs', 'strata.log'),
    windowFile: join(folder, 'window.json'),
  };
}
