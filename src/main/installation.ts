/** What is one for the whole installation, however many engines are worked with: settings, logins, jobs, and all that is kept on disk. */
import { join } from 'node:path';
import type { Emitters } from '../shared/contract/define.js';
import type { StrataContract } from '../shared/contract/index.js';
import type { JobSummary } from '../shared/contract/jobs.js';
import type { DamagedFiles } from './app/damaged-files.js';
import { helperCommand } from './app/helper-launch.js';
import type { Home } from './app/home.js';
import type { Log } from './app/log.js';
import { startOwnProcess } from './app/own-process.js';
import type { SettingsStore } from './app/settings.js';
import { createBuildHistory, openForecastMemory, openRememberedBuilds } from './builds/index.js';
import { createCredentials } from './credentials/index.js';
import type { Settings } from '../shared/contract/app.js';
import { openDrafts } from './files/index.js';
import { createJobCentre } from './ipc/jobs.js';
import { createLayerReading } from './layers/index.js';
import { createLogins, openRegistryMemory } from './registry/index.js';
import { openTagMemory } from './tags/index.js';

export type InstallationParts = {
  readonly home: Home;
  /** When this run began, in ms since 1970. */
  readonly began: number;
  readonly log: Log;
  /** Where the processes' files lie. */
  readonly here: string;
  /** Tells every window. */
  readonly tellAll: (tell: (to: Emitters<StrataContract>) => void) => void;
  readonly onJob: (summary: JobSummary) => void;
  readonly settings: SettingsStore;
  readonly damaged: DamagedFiles;
  /** Makes all that speaks with registries forget its tokens: of one registry, or of all. */
  readonly forgetTokens: (registry?: string) => void;
};

export type Installation = ReturnType<typeof openInstallation>;

/** Every store is opened here, once: each has a memory of its own, and two of them would undo each other's writing. */
export function openInstallation(parts: InstallationParts) {
  const { home, began, log, here, tellAll, onJob, settings, damaged, forgetTokens } = parts;
  const jobs = createJobCentre({
    onChanged: (summary) => {
      tellAll((to) => to.jobs.changed(summary));
      onJob(summary);
    },
    onDismissed: (job) => tellAll((to) => to.jobs.dismissed({ job })),
  });
  damaged.follow((files) => tellAll((to) => to.kept.damagedChanged(files)));
  const onDamaged = damaged.add;
  const history = createBuildHistory({
    home: home.folder,
    onDamaged,
    limit: () => settings.get().historyLimitBytes,
    onChanged: (folder) => tellAll((to) => to.history.changed({ folder })),
    log: log.error,
  });
  const credentials = createCredentials({
    home: home.folder,
    keychainHost: { start: () => startOwnProcess(here, 'keychain.js', 'Strata keychain') },
    environment: process.env,
    onDamaged,
    helperCommand: helperCommand(),
    isForeign: home.isForeign,
  });
  credentials.dockerConfig
    .refreshHelper()
    .catch((error: unknown) => log.error('docker’s helper may start an older Strata', error));
  return {
    /** What was allowed, or taken back, counts from the next request on. */
    settingsChanged(changed: Settings, before: Settings): void {
      if (changed.registryExceptions !== before.registryExceptions) forgetTokens();
      history.prune().catch((error: unknown) => log.error('the history keeps more than it should', error));
      tellAll((to) => to.app.settingsChanged(changed));
    },
    log,
    tellAll,
    jobs,
    damaged,
    settings,
    history,
    credentials,
    logins: createLogins({
      credentials,
      forget: forgetTokens,
      onLogins: (logins) => tellAll((to) => to.registry.loginsChanged(logins)),
    }),
    drafts: openDrafts(home.folder, began),
    forecastMemory: openForecastMemory(join(home.folder, 'forecasts'), onDamaged),
    rememberedBuilds: openRememberedBuilds(join(home.folder, 'projects.json'), onDamaged),
    registryMemory: openRegistryMemory(home.folder, onDamaged),
    tagMemory: openTagMemory({
      home: home.folder,
      onDamaged,
      onCleared: () => tellAll((to) => to.tags.moved({ moves: [] })),
      log: log.error,
    }),
    layerReading: createLayerReading(
      home.folder,
      { start: () => startOwnProcess(here, 'layers.js', 'Strata layers') },
      onDamaged,
    ),
  };
}
