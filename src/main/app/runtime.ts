/** Which Electron this is and how it was started. */
import { app } from 'electron';
import type { AppInfo, OpenedPath, RuntimeSource } from '../../shared/contract/app.js';
import type { Home } from './home.js';

/** Chromium refuses to sandbox root on Linux, so it was started without; nowhere else is that accepted. */
const isSandboxed = (): boolean => !app.commandLine.hasSwitch('no-sandbox');

function runtimeSource(environment: NodeJS.ProcessEnv): RuntimeSource {
  if (app.isPackaged) return 'packaged';
  const said = environment.STRATA_ELECTRON_SOURCE;
  if (said === 'official' || said === 'compatibility') return said;
  return environment.ELECTRON_OVERRIDE_DIST_PATH ? 'override' : 'official';
}

export function describeApp(home: Home, environment: NodeJS.ProcessEnv, opened: OpenedPath | null): AppInfo {
  return {
    version: app.getVersion(),
    electron: process.versions.electron,
    chrome: process.versions.chrome,
    node: process.versions.node,
    runtime: runtimeSource(environment),
    sandboxed: isSandboxed(),
    home: home.folder,
    logFile: home.logFile,
    opened,
  };
}
