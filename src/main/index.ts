/** The composition root: makes the services, binds the contract to them, opens the windows. */
import { app, BrowserWindow, dialog } from 'electron';
import { setTimeout } from 'node:timers/promises';
import type { ActionId } from '../shared/actions.js';
import type { JobSummary } from '../shared/contract/jobs.js';
import type { EngineStatus } from '../shared/contract/engine.js';
import type { Emitters, Handlers } from '../shared/contract/define.js';
import type { StrataContract } from '../shared/contract/index.js';
import { say } from '../shared/words/index.js';
import { createDamagedFiles } from './app/damaged-files.js';
import { createDesks } from './app/desks.js';
import { openDesktop } from './app/desktop.js';
import { describeApp } from './app/runtime.js';
import { eraseSession, sweep } from './app/foreign-files.js';
import { endedBySystem, isEndedBySystem, quitWithTheSystem } from './app/ended-by-system.js';
import { openHome } from './app/home.js';
import { noLog, openLog } from './app/log.js';
import { createLanguage } from './app/language.js';
import { createJobNotices } from './app/job-notices.js';
import { installMenu, type MenuBar } from './app/menu.js';
import { showNotice } from './app/notifications.js';
import { listenForFiles } from './app/open-file.js';
import { openedPath } from './app/opened-path.js';
import { stopBeforeQuit } from './app/quitting.js';
import { APP_ORIGIN, registerPageScheme, servePages } from './app/pages.js';
import { watchSession } from './app/session-events.js';
import { openSettings } from './app/settings.js';
import { createTaskbar } from './app/taskbar.js';
import type { Begun } from './app/windows.js';
import { windowTitle } from './app/window-title.js';
import { denyPermissions, followTheme, pagesFolder, preloadFile, zoomAll } from './app/window.js';
import type { EndCause } from './credentials/index.js';
import type { EngineDesk } from './engine-desk.js';
import { bindRouters } from './ipc/electron.js';
import type { Router } from './ipc/router.js';

// A packaged app's argv holds only its own name before the user's words; in development Electron's app folder comes first.
const ownWords = app.isPackaged ? 1 : 2;

/** How long quitting waits for cancelled jobs: an engine that hangs must not keep Strata from ending. */
const QUIT_LIMIT_MS = 10_000;

/** What lies in the home and is older was left by a run that was killed. */
const began = Date.now();
const home = openHome(process.env);
// A second start only hands its folder over; it must not write into, or rotate, the log of the first.
const isFirst = app.requestSingleInstanceLock();
// Before the log, or anything else, is opened.
const cleaned = isFirst ? sweep(home.own) : [];
const log = isFirst
  ? openLog(home.logFile, app.isPackaged ? undefined : (line) => process.stderr.write(line))
  : noLog;
const info = describeApp(home, process.env, openedPath(process.argv, process.cwd(), ownWords));
log.info(
  `Strata ${info.version} on Electron ${info.electron} (${info.runtime}), Chrome ${info.chrome}, Node ${info.node}`,
);
if (!info.sandboxed) log.info("running without Chromium's sandbox, which refuses root");

process.on('uncaughtException', (error) => log.error('uncaught', error));
process.on('unhandledRejection', (reason) => log.error('unhandled rejection', reason));

if (isFirst) {
  registerPageScheme();
  listenForFiles();
  const menu = installMenu({ isPackaged: app.isPackaged, onAction: (action) => askWindow(action) });
  // Not awaited here: Electron is ready only once this module has run to its end.
  app
    .whenReady()
    .then(() => start(menu))
    .catch((error: unknown) => {
      log.error('could not start', error);
      app.exit(1);
    });
} else {
  app.quit();
}

/** Nothing can be chosen before there is a window to do it. */
let askWindow: (action: ActionId) => void = () => undefined;

async function start(menu: MenuBar): Promise<void> {
  const here = import.meta.dirname;
  const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
  const origin = devServer ? new URL(devServer).origin : APP_ORIGIN;
  let answer = (): void => undefined;
  /** Resolves once the windows' calls are answered. */
  const answering = new Promise<void>((resolve) => (answer = resolve));
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

  // Quitting that comes earlier than the domains waits for them: what a start has begun is ended in order, too.
  stopBeforeQuit(() => answering.then(stop));
  quitWithTheSystem((signal) => log.info(`ended by ${signal}`));
  denyPermissions();
  servePages(pagesFolder(here), answering);
  followTheme(settings.get().theme);
  let runningJobs = (): readonly JobSummary[] => [];
  // What a window tells before there is somebody to hear it waits.
  const windows = openDesktop({
    page: devServer ?? `${APP_ORIGIN}/index.html`,
    // Strata's own pages wait by themselves.
    mayLoad: devServer ? answering : Promise.resolve(),
    origin,
    preload: preloadFile(here),
    windowsFile: home.windowsFile,
    zoom: () => settings.get().zoom,
    log,
    menu,
    runningJobs: () => runningJobs(),
    ownWords,
    onOpened: (window, begun) => void answering.then(() => seat(window, begun)),
    onClosed: (window) =>
      void answering.then(() => {
        routers.delete(window);
        desks.leave(window);
        windows.retitle();
      }),
    titleOf: (window, title) => (routers.has(window) ? titleAt(window, title) : title),
    onPath: (window, opened) => tellWhenThere(window, (to) => to.app.pathOpened({ window, opened })),
    onAllClosed: () => void answering.then(() => credentials.dockerConfig.forget()),
    onStay: () => void answering.then(() => selfUpdate.stayed()),
  });

  // A window takes a while to begin; what it shows is read meanwhile.
  const {
    contract,
    createAppAnswers,
    createRouter,
    endpointOf,
    openEngineDesk,
    openInstallation,
    openSelfUpdate,
    placeAtStart,
  } = await import('./domains.js');

  const installation = openInstallation({
    home,
    began,
    log,
    here,
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
  const taskbar = createTaskbar(jobs.running, (progress) =>
    BrowserWindow.getAllWindows().forEach((window) => window.setProgressBar(progress)),
  );
  runningJobs = () => jobs.list().filter(({ status }) => status === 'running');

  const language = createLanguage({
    environment: process.env,
    preferred: app.getPreferredSystemLanguages(),
    chosen: () => settings.get().language,
    onChanged(spoken) {
      menu.relabel();
      tellAll((to) => to.app.languageChanged(spoken));
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

  const seat = (window: number, { engine = settings.get().engine, from }: Begun): void => {
    desks.sit(window, from === null ? placeAtStart(engines, engine) : desks.placeOf(from));
    routers.set(window, openRouter(window));
    windows.retitle();
  };
  const titleAt = (window: number, title: string): string =>
    windowTitle(title, desks.inUse() > 1 ? desks.of(window).status().endpoint : null);

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
    origin,
    onForged: (channel, url) => log.error(`refused “${channel}” from ${url}`),
    onRefused: (channel, error) => log.error(`no subscription to “${channel}”`, error),
  });

  const endLogins = (cause: EndCause): Promise<void> =>
    logins.endLogins(cause).catch((error: unknown) => log.error('a login could not be ended', error));
  void endLogins('start');
  const unwatchSession = watchSession({
    onLock: () => void endLogins('lock'),
    onTime: () => void endLogins('time'),
  });

  await language.follow();
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
  askWindow = (action) => {
    const window = windows.front();
    tellWhenThere(window, (to) => to.app.actionAsked({ window, action }));
  };

  answer();
  log.info('started');

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
    log.info('stopped');
    if (home.isForeign && !eraseSession(home.own))
      dialog.showErrorBox(
        say('shell.foreign.left'),
        say('shell.foreign.left.detail', { folder: home.folder }),
      );
  }
}
