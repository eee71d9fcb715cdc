/**
 * electron-updater, for what differs between systems: where a package is put aside, the publisher's signature that Windows and macOS check
 * in addition, and the installing. It is told one release that was verified, and fetches with `download`. Loaded only when it is used.
 */
import type { AppUpdater } from 'electron-updater';
import type { AppAdapter } from 'electron-updater/out/AppAdapter.js';
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider.js';
import { EventEmitter } from 'node:events';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FailureError, messageOf } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import { installAppImage } from './app-image.js';
import type { UpdatableForm } from './form.js';
import { download, notWritten, type Get } from './get.js';
import { handedOver } from './handed-over.js';
import type { VerifiedRelease } from './update-file.js';

/** The app as electron-updater wants to know it. */
export type UpdaterApp = Pick<
  AppAdapter,
  'version' | 'name' | 'appUpdateConfigPath' | 'baseCachePath' | 'relaunch' | 'quit'
> & {
  /** From now on another Strata may run: what is installed can start before this one has ended. */
  readonly letGo: () => void;
};

export type UpdaterParts = {
  readonly form: UpdatableForm;
  readonly app: UpdaterApp;
  readonly get: Get;
  readonly feed: URL;
  readonly log: (message: string) => void;
};

export type Updater = {
  /** Until the package lies here whole. @throws FailureError; what `signal` was aborted with */
  readonly download: (signal: AbortSignal, onBytes: (bytes: number) => void) => Promise<void>;
  /** Whether what was downloaded is still what was signed. @throws FailureError */
  readonly check: () => Promise<void>;
  /** Puts it in the place of what runs, which has to end then. False when that failed. @throws Error when it did, and says why */
  readonly install: () => Promise<boolean>;
};

/** Below Strata's folder; electron-builder gives Windows the same. */
const CACHE = 'strata-updater';

/** What was installed, or was not, is needed no more. @throws Error of node:fs */
export const forgetDownloads = (folder: string): Promise<void> =>
  rm(join(folder, CACHE), { recursive: true, force: true });

/** As js-yaml reads it, which electron-updater has its update files read by. @throws Error of js-yaml */
export async function updateFileParser(): Promise<(text: string) => unknown> {
  const { parseUpdateInfo } = await import('electron-updater/out/providers/Provider.js');
  return (text) => parseUpdateInfo(text, 'update file', new URL('file:///'));
}

export async function openUpdater(release: VerifiedRelease, parts: UpdaterParts): Promise<Updater> {
  const { AppImageUpdater, DebUpdater, MacUpdater, NsisUpdater, RpmUpdater, Provider } =
    await import('electron-updater');
  const { form, app, get, feed, log } = parts;
  const { version, releasedAt, package: expected } = release;
  const address = new URL(expected.url, feed);
  const info = {
    version,
    releaseDate: new Date(releasedAt).toISOString(),
    files: [expected],
    path: expected.url,
    sha512: expected.sha512,
  };

  /** Says what was verified, and nothing else: there is no second answer that could differ. */
  class VerifiedProvider extends Provider<typeof info> {
    constructor(_options: unknown, _updater: unknown, runtime: ProviderRuntimeOptions) {
      super(runtime);
    }
    override get fileExtraDownloadHeaders() {
      return {};
    }
    override getLatestVersion() {
      return Promise.resolve(info);
    }
    override resolveFiles() {
      return [{ url: address, info: expected }];
    }
  }

  const adapter: AppAdapter = {
    ...app,
    isPackaged: true,
    userDataPath: app.baseCachePath,
    whenReady: () => Promise.resolve(),
    // Nothing is installed but what was asked for.
    onQuit: () => undefined,
  };
  const classes = {
    appimage: AppImageUpdater,
    deb: DebUpdater,
    rpm: RpmUpdater,
    nsis: NsisUpdater,
    mac: MacUpdater,
  } as const satisfies Record<UpdatableForm, unknown>;
  const updater: AppUpdater & {
    install?: (silent: boolean, run: boolean) => boolean;
    quitAndInstall: () => void;
  } = new classes[form](undefined, adapter);
  let current: { readonly signal: AbortSignal; readonly onBytes: (bytes: number) => void } | null = null;
  Object.assign(updater, {
    autoDownload: false,
    autoInstallOnAppQuit: false,
    allowDowngrade: false,
    disableWebInstaller: true,
    // Whole files only: parts from several requests have nothing signed that they could be held against one by one.
    disableDifferentialDownload: true,
    logger: { info: log, warn: log, error: log },
    // It would make a number for this installation, keep it, and send it.
    stagingUserIdPromise: { value: Promise.resolve('') },
    isUserWithinRollout: () => true,
    // Only the publisher's name is read from there, which only Windows checks.
    ...(form === 'nsis' ? {} : { configOnDisk: { value: Promise.resolve({ updaterCacheDirName: CACHE }) } }),
    httpExecutor: {
      download: (_url: URL, target: string) =>
        current
          ? download({ get, address, expected, target, ...current })
          : Promise.reject(new Error('nobody asked for a download')),
    },
  });
  updater.setFeedURL({ provider: 'custom', updateProvider: VerifiedProvider });

  let file: string | null = null;
  return {
    async download(signal, onBytes) {
      // It becomes part of a line for a shell, in such quotes, that root runs.
      if ((form === 'deb' || form === 'rpm') && /['\n\r]/.test(app.baseCachePath))
        throw notTaken(version, `a quote in ${app.baseCachePath}`);
      current = { signal, onBytes };
      try {
        const found = await updater.checkForUpdates();
        if (!found?.isUpdateAvailable)
          throw notTaken(version, 'electron-updater sees no newer version in it');
        [file = null] = await updater.downloadUpdate();
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof FailureError) throw error;
        throw notWritten(error) ?? notTaken(version, messageOf(error));
      } finally {
        current = null;
      }
    },
    async check() {
      const hash = createHash('sha512');
      if (file !== null) await pipeline(createReadStream(file), hash).catch(() => undefined);
      if (file !== null && hash.digest('base64') === expected.sha512) return;
      throw new FailureError({
        code: 'denied',
        title: say('updateFailures.changed', { version }),
        detail: say('updateFailures.changed.detail'),
        remedy: say('updateFailures.changed.remedy'),
      });
    },
    async install() {
      const image = process.env.APPIMAGE;
      if (form === 'appimage') {
        if (file === null || !image) return false;
        await installAppImage({ source: file, sha512: expected.sha512, image });
        return true;
      }
      if (updater.install) return updater.install(true, true);
      // Electron's own, which electron-updater's for macOS stands on and keeps to itself.
      const native: unknown = Reflect.get(updater, 'nativeUpdater');
      return native instanceof EventEmitter
        ? handedOver(native as EventEmitter, () => updater.quitAndInstall())
        : false;
    },
  };
}

function notTaken(version: string, cause: string): FailureError {
  return new FailureError({
    code: 'unexpected',
    title: say('updateFailures.notReady', { version }),
    detail: say('updateFailures.notReady.detail'),
    remedy: say('updateFailures.notReady.remedy'),
    cause,
  });
}
