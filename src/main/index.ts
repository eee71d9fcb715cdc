/** The composition root: makes the services, binds the contract to them, opens the windows. */
import { app, BrowserWindow, dialog } from 'electron';
import { setTimeout } from 'node:timers/promises';
import type { JobSummary } from '../shared/contract/jobs.js';
import type { EngineStatus } from '../shared/contract/engine.js';
import type { Emitters, Handlers } from '../shared/contract/define.js';
import { contract, type StrataContract } from '../shared/contract/index.js';
import { say } from '../shared/words/index.js';
import { createAppAnswers } from './app-answers.js';
import { createDamagedFiles } from './app/damaged-files.js';
import { createDesks } from './app/desks.js';
import { createDesktop } from './app/desktop.js';
import { describeApp } from './app/runtime.js';
import type { FirstWindow } from './app/first-window.js';
import { eraseSession } from './app/foreign-files.js';
import { endedBySystem, isEndedBySystem, quitWithTheSystem } from './app/ended-by-system.js';
import { openLog, type Log } from './app/log.js';
import { createLanguage } from './app/language.js';
import { createJobNotices } from './app/job-notices.js';
import { installMenu } from './app/menu.js';
import { showNotice } from './app/notifications.js';
import { openedPath } from './app/opened-path.js';
import { stopBeforeQuit } from './app/quitting.js';
import { openSelfUpdate } from './app/self-update.js';
import { watchSession } from './app/session-events.js';
import { openSettings } from './app/settings.js';
import { createTaskbar } from './app/taskbar.js';
import type { WindowBegun } from './app/windows.js';
import { windowTitle } from './app/window-title.js';
import { followTheme, zoomAll } from './app/window.js';
import type { Begun } from './begin.js';
import type { EndCause } from './credentials/index.js';
import { openEngineDesk, type EngineDesk } from './engine-desk.js';
import { endpointOf, placeAtStart } from './engine/index.js';
import { openInstallation } from './installation.js';
import { bindRouters } from './ipc/electron.js';
import { createRouter, type Router } from './ipc/router.js';

// A packaged app's argv holds only its own name before the user's words; in development Electron's app folder comes first.
const ownWords = app.isPackaged ? 1 : 2;

/** How long quitting waits for cancelled jobs: an engine that hangs must not keep Strata from ending. */
const QUIT_LIMIT_MS = 10_000;

/** Opens Strata. @throws what keeps it from being opened, which is in the log, if there is one */
export async function open(begun: Begun, first: FirstWindow): Promise<void> {
  const { logFile } = begun.home;
  const log = openLog(logFile, app.isPackaged ? undefined : (line) => process.stderr.write(line));
  process.on('uncaughtException', (error) => log.error('uncaught', error));
  process.on('unhandledRejection', (reason) => log.error('unhandled rejection', reason));
  try {
    await start(begun, first, log);
  } catch (error) {
    log.error('could not start', error);
    throw error;
  }
}

async function start(begun: Begun, first: FirstWindow, log: Log): Promise<void> {
  const { at, home, cleaned, gpu } = begun;
  const info = describeApp(home, process.env, openedPath(process.argv, process.cwd(), ownWords));
  log.info(
    `Strata ${info.version} on Electron ${info.electron} (${info.runtime}), Chrome ${info.chrome}, Node ${info.node}`,
  );
  if (gpu.isSpared) log.info('drawing without a GPU, as an earlier start found none that can be used');
  if (!info.sandboxed) log.info("running without Chromium's sandbox, which refuses root");
  const engines = { environment: process.env };
  /** By the windows' numbers. */
  const routers = new Map<number, Router<StrataContract>>();
  type Tell = (to: Emitters<StrataContract>) => void;
  const tellThose = (windows: Iterable<number>, tell: Tell): void => {
    for (const window of windows) {
      const router = routers.get(window);
      if (router) tell(router.emit);
    }
  };
  const tellWhenThere = (window: number, tell: Tell): void =>
    windows.whenThere(window, () => tellThose([window], tell));
  const tellAll = (tell: Tell): void => tellThose(routers.keys(), tell);

  const damaged = createDamagedFiles(log);
  const settings = openSettings(home.settingsFile, damaged.add, (changed, before) => {
    followTheme(changed.theme);
    if (changed.zoom !== before.zoom) zoomAll(changed.zoom);
    if (changed.updateChannel !== before.updateChannel) selfUpdate.channelChanged();
    language.follow().catch((error: unknown) => log.error('the language is not changed', error));
    installation.settingsChanged(changed, before);
  });
  // The first window took the theme out of a file that may have been damaged.
  followTheme(settings.get().theme);
  let relabel = (): void => undefined;
  const language = createLanguage({
    environment: process.env,
    preferred: app.getPreferredSystemLanguages(),
    chosen: () => settings.get().language,
    onChanged(spoken) {
      relabel();
      tellAll((to) => to.app.languageChanged(spoken));
    },
  });
  await language.follow();
  const menu = installMenu({
    isPackaged: app.isPackaged,
    onAction(action) {
      const window = windows.front();
      tellWhenThere(window, (to) => to.app.actionAsked({ window, action }));
    },
  });
  ({ relabel } = menu);

  const installation = openInstallation({
    home,
    began: at,
    log,
    here: import.meta.dirname,
    tellAll,
    onJob: (summary) => {
      taskbar();
      tellOf(summary);
    },
    settings,
    damaged,
    forgetTokens: (registry) => desks.all().forEach((desk) => desk.forgetTokens(registry)),
  });
  const { credentials, history, jobs, logins } = installation;
  const runningJobs = (): readonly JobSummary[] => jobs.list().filter(({ status }) => status === 'running');
  const taskbar = createTaskbar(jobs.running, (progress) =>
    BrowserWindow.getAllWindows().forEach((window) => window.setProgressBar(progress)),
  );
  const tellOf = createJobNotices({
    isWanted: () => settings.get().notifications,
    isInFront: () => BrowserWindow.getFocusedWindow() !== null,
    show: showNotice,
    open: (job) => {
      const isThere = (window: number): boolean =>
        desks.of(window).status().endpoint.address === job.engine.address;
      const window = windows.show(isThere);
      tellWhenThere(window, (to) => to.jobs.asked({ window, job }));
    },
  });
  const selfUpdate = openSelfUpdate({
    home,
    onDamaged: damaged.add,
    log,
    channel: () => settings.get().updateChannel,
    isAutomatic: () => settings.get().looksForUpdates,
    onChanged: (state) => tellAll((to) => to.selfUpdate.changed(state)),
  });
  const desks = createDesks<EngineDesk>({
    open: (place, seats) =>
      openEngineDesk({
        installation,
        place,
        seats,
        tellHere: (tell) => tellThose(seats.windows(), tell),
        onStatus: () => windows.retitle(),
      }),
    onError: (error) => log.error('an engine was not left in order', error),
  });

  const seat = (window: number, { engine = settings.get().engine, from }: WindowBegun): void => {
    desks.sit(window, from === null ? placeAtStart(engines, engine) : desks.placeOf(from));
    routers.set(window, openRouter(window));
  };
  const titleAt = (window: number, title: string): string =>
    windowTitle(title, desks.inUse() > 1 ? desks.of(window).status().endpoint : null);

  const windows = createDesktop({
    first,
    pageStart: () => ({ ...language.spoken(), theme: settings.get().theme }),
    windowsFile: home.windowsFile,
    zoom: () => settings.get().zoom,
    log,
    menu,
    runningJobs,
    ownWords,
    onOpened: seat,
    onClosed(window) {
      routers.delete(window);
      desks.leave(window);
    },
    titleOf: (window, title) => (routers.has(window) ? titleAt(window, title) : title),
    onPath: (window, opened) => tellWhenThere(window, (to) => to.app.pathOpened({ window, opened })),
    onAllClosed: () => credentials.dockerConfig.forget(),
    onStay: () => selfUpdate.stayed(),
  });
  const common = createAppAnswers({
    installation,
    windows,
    language,
    selfUpdate,
    home,
    info,
    cleaned,
    isWorking: () => runningJobs().length > 0,
  });

  /** That window alone moves. What runs goes on where it began. */
  async function choose(window: number, place: string | null): Promise<EngineStatus> {
    if (place !== null) endpointOf(engines, place);
    const desk = desks.sit(window, place);
    windows.chose(window, place);
    tellThose([window], (to) => to.engine.statusChanged(desk.status()));
    await settings.change({ engine: place });
    return desk.reconnect();
  }

  const openRouter = (window: number): Router<StrataContract> => {
    const answers = (): Handlers<StrataContract> => {
      const own = desks.of(window).answers;
      const engine = {
        ...own.engine,
        choose: ({ place }: { place: string | null }) => choose(window, place),
      };
      return { ...common, ...own, engine };
    };
    return createRouter(contract, answers, {
      jobs: { start: (job) => desks.of(window).startJob(job) },
      onBug: (channel, error) => log.error(`${channel} failed`, error),
    });
  };

  bindRouters({
    routerOf: (page) => routers.get(windows.numberOf(page) ?? 0) ?? null,
    origin: first.origin,
    onForged: (channel, url) => log.error(`refused “${channel}” from ${url}`),
    onRefused: (channel, error) => log.error(`no subscription to “${channel}”`, error),
  });
  stopBeforeQuit(stop);
  quitWithTheSystem({ onEnd: (by) => log.info(`ended by ${by}`), hasUnsaved: windows.hasUnsaved });
  windows.openLast();
  first.answer();
  log.info('started');

  const endLogins = (cause: EndCause): Promise<void> =>
    logins.endLogins(cause).catch((error: unknown) => log.error('a login could not be ended', error));
  void endLogins('start');
  const unwatchSession = watchSession({
    onLock: () => void endLogins('lock'),
    onTime: () => void endLogins('time'),
  });
  void installation.drafts
    .sweep()
    .then((gone) => gone.length > 0 && log.info('swept what a run that was killed left', gone));

  async function endAll(): Promise<void> {
    await jobs.end(isEndedBySystem() ? endedBySystem() : undefined);
    await history.stop();
  }
  async function stop(): Promise<void> {
    unwatchSession();
    const [ended] = await Promise.all([
      Promise.race([endAll().then(() => true), setTimeout(QUIT_LIMIT_MS, false)]),
      Promise.race([endLogins('quit'), setTimeout(QUIT_LIMIT_MS)]),
    ]);
    if (!ended) log.error('quitting although a cancelled job has not ended');
    installation.layerReading.stop();
    credentials.stop();
    await desks.stop();
    await selfUpdate.finish().catch((error: unknown) => log.error('the update is not installed', error));
    try {
      gpu.keep();
    } catch (error) {
      log.error('whether there is a GPU is not kept', error);
    }
    log.info('stopped');
    if (home.isForeign && !eraseSession(home.own))
      dialog.showErrorBox(
        say('shell.foreign.left'),
        say('shell.foreign.left.detail', { folder: home.folder }),
      );
  }
}
