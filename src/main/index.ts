/** The composition root: makes the services, binds the contract to them, opens the window. */
import { app, BrowserWindow, clipboard, dialog } from 'electron';
import { setTimeout } from 'node:timers/promises';
import type { ActionId } from '../shared/actions.js';
import type { EngineStatus } from '../shared/contract/engine.js';
import { contract } from '../shared/contract/index.js';
import { chooseArchiveSource, chooseArchiveTarget } from './app/archive-files.js';
import { chooseFolder } from './app/choose-folder.js';
import { createDamagedFiles } from './app/damaged-files.js';
import { openDesktop } from './app/desktop.js';
import { describeApp } from './app/runtime.js';
import { helperCommand } from './app/helper-launch.js';
import { createForeign } from './app/foreign.js';
import { eraseSession, sweep } from './app/foreign-files.js';
import { openHome } from './app/home.js';
import { openLink } from './app/links.js';
import { noLog, openLog } from './app/log.js';
import { readLogTail } from './app/log-tail.js';
import { createLanguage } from './app/language.js';
import { createJobNotices } from './app/job-notices.js';
import { installMenu, type MenuBar } from './app/menu.js';
import { showNotice } from './app/notifications.js';
import { fileOfStart, listenForFiles } from './app/open-file.js';
import { openedPath } from './app/opened-path.js';
import { choosePictureTarget } from './app/picture-files.js';
import { chooseTarget } from './app/save-target.js';
import { startOwnProcess } from './app/own-process.js';
import { stopBeforeQuit } from './app/quitting.js';
import { APP_ORIGIN, registerPageScheme, servePages } from './app/pages.js';
import { watchSession } from './app/session-events.js';
import { openSettings } from './app/settings.js';
import { createTaskbar } from './app/taskbar.js';
import { denyPermissions, followTheme, pagesFolder, preloadFile, zoomAll } from './app/window.js';
import { createArchives } from './archives/index.js';
import { createBuildHistory, createBuilds, createContexts, createForecasts } from './builds/index.js';
import { createContainers } from './containers/index.js';
import { createCredentials, type EndCause } from './credentials/index.js';
import { createDisk } from './disk/index.js';
import { createEngine, findStarters, startEngine, stillBusy } from './engine/index.js';
import { openDrafts } from './files/index.js';
import { createImages, watchImages } from './images/index.js';
import { bindRouter } from './ipc/electron.js';
import { createJobCentre } from './ipc/jobs.js';
import { createRouter } from './ipc/router.js';
import { createLayerFiles } from './layers/index.js';
import { createPictures } from './pictures/index.js';
import { connectToRegistries, createBrowse, createRegistry, remembered } from './registry/index.js';
import { createTags } from './tags/index.js';

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
  const jobs = createJobCentre({
    onChanged: (summary) => {
      router.emit.jobs.changed(summary);
      taskbar();
      tellOf(summary);
    },
    onDismissed: (job) => router.emit.jobs.dismissed({ job }),
  });
  const taskbar = createTaskbar(jobs.running, (progress) =>
    BrowserWindow.getAllWindows().forEach((window) => window.setProgressBar(progress)),
  );
  const runningJobs = () => jobs.list().filter(({ status }) => status === 'running');
  const damaged = createDamagedFiles(log);
  const onDamaged = damaged.add;
  const drafts = openDrafts(home.folder, began);
  const settings = openSettings(home.settingsFile, onDamaged, (changed, before) => {
    followTheme(changed.theme);
    if (changed.zoom !== before.zoom) zoomAll(changed.zoom);
    language.follow().catch((error: unknown) => log.error('the language is not changed', error));
    // What was allowed, or taken back, counts from the next request on.
    if (changed.registryExceptions !== before.registryExceptions) registries.clients.forget();
    history.prune().catch((error: unknown) => log.error('the history keeps more than it should', error));
    router.emit.app.settingsChanged(changed);
  });
  const language = createLanguage({
    environment: process.env,
    preferred: app.getPreferredSystemLanguages(),
    chosen: () => settings.get().language,
    onChanged(spoken) {
      menu.relabel();
      router.emit.app.languageChanged(spoken);
    },
  });
  const engine = createEngine({
    environment: process.env,
    onStatus: (status) => router.emit.engine.statusChanged(status),
    log: log.info,
    chosen: settings.get().engine,
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
  const tags = createTags({
    engine,
    home: home.folder,
    onMoved: (moves) => router.emit.tags.moved({ moves }),
    onDamaged,
    log: log.error,
  });
  const imageWatch = watchImages(
    engine,
    (change) => {
      router.emit.images.changed(change);
      tags.follow(change);
    },
    (error) => log.error('the list of images is not kept', error),
  );
  const images = createImages({ engine, list: imageWatch.list });
  const registries = connectToRegistries({
    engine,
    credentials,
    environment: process.env,
    exceptions: () => settings.get().registryExceptions,
  });
  const layerFiles = createLayerFiles({
    engine,
    home: home.folder,
    drafts,
    registryClient: registries.clients.of,
    host: { start: () => startOwnProcess(here, 'layers.js', 'Strata layers') },
    chooseTarget,
  });
  const forecasts = createForecasts({
    engine,
    home: home.folder,
    onDamaged,
    log: log.error,
    onLearnt: (folder) => router.emit.forecast.learnt({ folder }),
  });
  const history = createBuildHistory({
    engine,
    home: home.folder,
    onDamaged,
    limit: () => settings.get().historyLimitBytes,
    onChanged: (folder) => router.emit.history.changed({ folder }),
    log: log.error,
  });
  const builds = createBuilds({
    engine,
    authFor: registries.engineLogins,
    environment: process.env,
    home: home.folder,
    onDamaged,
    log: log.error,
    observers: [history.observer, forecasts.observer, tags.observer],
  });
  const registry = createRegistry({
    engine,
    credentials,
    connected: registries,
    home: home.folder,
    onDamaged,
    weigh: layerFiles.weigh,
    layersHere: images.layersHere,
    images: images.list,
    onUpdates: (checks) => router.emit.updates.changed(checks),
    onPushed: (destination) => {
      const pushedTo = remembered(settings.get().pushedTo, destination);
      settings.change({ pushedTo }).catch((error: unknown) => log.error('a destination is not kept', error));
    },
    onLogins: (logins) => router.emit.registry.loginsChanged(logins),
  });

  const router = createRouter(
    contract,
    {
      app: {
        info: () => Promise.resolve({ ...info, opened: info.opened ?? fileOfStart() }),
        settings: () => Promise.resolve(settings.get()),
        language: () => Promise.resolve(language.spoken()),
        changeSettings: (changes) => settings.change(changes),
        chooseFolder,
        unsaved: ({ window, files }) => Promise.resolve(windows.tellUnsaved(window, files)),
        newWindow: () => Promise.resolve(windows.open()),
        possible: ({ window, actions }) => Promise.resolve(windows.tellPossible(window, actions)),
        openLink: ({ url }) => openLink(url),
        logTail: () => readLogTail(home.logFile, home.own),
        copy: ({ text }) => Promise.resolve(clipboard.writeText(text)),
      },
      engine: {
        status: () => Promise.resolve(engine.status()),
        reconnect: () => engine.reconnect(),
        places: () => engine.places(),
        starters: async () =>
          (await findStarters({ environment: process.env })).map(({ id, name }) => ({ id, name })),
        async start({ id }) {
          await startEngine(id, { environment: process.env });
          return engine.reconnect();
        },
        choose: ({ place }) => chooseEngine(place),
      },
      images: { ...images, pull: registry.pull },
      tags: tags.calls,
      containers: createContainers({
        engine,
        onChanged: (container) => router.emit.containers.changed({ container }),
      }),
      layers: layerFiles.calls,
      archives: createArchives({
        engine,
        drafts,
        chooseTarget: chooseArchiveTarget,
        chooseSource: chooseArchiveSource,
      }),
      pictures: createPictures({ drafts, chooseTarget: choosePictureTarget }),
      disk: createDisk({
        engine,
        inspect: images.inspect,
        onMeasured: (measuredAt) => router.emit.disk.measured({ measuredAt }),
      }),
      builds,
      context: createContexts(log.error),
      history: {
        ...history.calls,
        // What was learnt from past builds goes with them.
        clear: async () => {
          await history.calls.clear();
          await forecasts.forget();
          await tags.forget();
        },
      },
      forecast: forecasts.calls,
      foreign: createForeign({
        home,
        cleaned,
        logOutEverywhere: () => registry.logoutEverywhere(),
        isBusy: () => runningJobs().length > 0 || windows.hasUnsaved(),
      }),
      registry,
      repositories: createBrowse(registries.clients.of),
      push: { plan: registry.plan, secrets: layerFiles.secrets },
      pulls: registry.pulls,
      updates: registry.updates,
      dockerConfig: credentials.dockerConfig.calls,
      kept: {
        damaged: () => Promise.resolve(damaged.list()),
        dismiss: () => Promise.resolve(damaged.dismiss()),
      },
      jobs: {
        list: () => Promise.resolve(jobs.list()),
        cancel: ({ job }) => Promise.resolve(jobs.cancel(job)),
        dismiss: ({ job }) => Promise.resolve(jobs.dismiss(job)),
        watch: ({ job }, emit) => Promise.resolve(jobs.watch(job, emit)),
      },
    },
    { jobs, onBug: (channel, error) => log.error(`${channel} failed`, error) },
  );

  damaged.follow((files) => router.emit.kept.damagedChanged(files));

  /** What runs goes on where it began: an engine isn't left in the middle of its work. */
  async function chooseEngine(place: string | null): Promise<EngineStatus> {
    const running = runningJobs();
    if (running.length > 0) throw stillBusy(running);
    const status = await engine.choose(place);
    await settings.change({ engine: place });
    return status;
  }

  const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
  const origin = devServer ? new URL(devServer).origin : APP_ORIGIN;
  bindRouter(router, {
    origin,
    onForged: (channel, url) => log.error(`refused “${channel}” from ${url}`),
    onRefused: (channel, error) => log.error(`no subscription to “${channel}”`, error),
  });

  const endLogins = (cause: EndCause): Promise<void> =>
    registry.endLogins(cause).catch((error: unknown) => log.error('a login could not be ended', error));
  void endLogins('start');
  const unwatchSession = watchSession({
    onLock: () => void endLogins('lock'),
    onTime: () => void endLogins('time'),
  });

  await language.follow();
  denyPermissions();
  servePages(pagesFolder(here));
  followTheme(settings.get().theme);
  const windows = openDesktop({
    page: devServer ?? `${APP_ORIGIN}/index.html`,
    origin,
    preload: preloadFile(here),
    placeFile: home.windowFile,
    zoom: () => settings.get().zoom,
    log,
    menu,
    runningJobs,
    ownWords,
    onOpened: (window, opened) => router.emit.app.pathOpened({ window, opened }),
    onAllClosed: () => credentials.dockerConfig.forget(),
  });
  const tellOf = createJobNotices({
    isWanted: () => settings.get().notifications,
    isInFront: () => BrowserWindow.getFocusedWindow() !== null,
    show: showNotice,
    open: (job) => {
      router.emit.jobs.asked({ window: windows.show(), job });
    },
  });
  askWindow = (action) => router.emit.app.actionAsked({ window: windows.front(), action });

  stopBeforeQuit(stop);
  log.info('started');

  void drafts
    .sweep()
    .then((gone) => gone.length > 0 && log.info('swept what a run that was killed left', gone));

  async function endAll(): Promise<void> {
    await jobs.end();
    await history.stop();
  }
  async function stop(): Promise<void> {
    const ended = await Promise.race([endAll().then(() => true), setTimeout(QUIT_LIMIT_MS, false)]);
    if (!ended) log.error('quitting although a cancelled job has not ended');
    unwatchSession();
    await Promise.race([endLogins('quit'), setTimeout(QUIT_LIMIT_MS)]);
    imageWatch.stop();
    tags.stop();
    layerFiles.stop();
    engine.stop();
    credentials.stop();
    await registries.clients.stop();
    log.info('stopped');
    if (home.isForeign && !eraseSession(home.own))
      dialog.showErrorBox(
        'Something is left on this machine',
        `Strata could not erase ${home.folder}. It tries again when it starts; or erase the folder by hand.`,
      );
  }
}
