/** Electron's part in Strata's own updates: how a feed is asked, what the app is, and when it looks by itself. */
import { app, net, session, type ClientRequestConstructorOptions } from 'electron';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OnDamaged } from '../files/index.js';
import {
  createSelfUpdate,
  formOf,
  mayAsk,
  openKept,
  readFeed,
  type Get,
  type SelfUpdate,
} from '../self-update/index.js';
import type { SelfUpdateState, UpdateChannel } from '../../shared/contract/self-update.js';
import type { Home } from './home.js';
import type { Log } from './log.js';

export type OwnUpdateParts = {
  readonly home: Pick<Home, 'folder' | 'isForeign'>;
  readonly onDamaged: OnDamaged;
  readonly log: Log;
  readonly channel: () => UpdateChannel;
  readonly isAutomatic: () => boolean;
  readonly onChanged: (state: SelfUpdateState) => void;
};

/** Long after the first window: a start has better things to do. */
const FIRST_LOOK_MS = 10_000;
const EVERY_MS = 60 * 60 * 1000;

/** Looks by itself from now on, for as long as the app runs. Nothing is asked where no feed was built in. */
export function openSelfUpdate(parts: OwnUpdateParts): SelfUpdate {
  const { home, log, channel, isAutomatic, onChanged } = parts;
  const update = createSelfUpdate({
    feed: readFeed(JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8'))),
    form: formOf({
      platform: process.platform,
      environment: process.env,
      executable: app.getPath('exe'),
      resources: process.resourcesPath,
    }),
    isForeign: home.isForeign,
    platform: process.platform,
    arch: process.arch,
    app: {
      version: app.getVersion(),
      name: app.getName(),
      appUpdateConfigPath: join(process.resourcesPath, 'app-update.yml'),
      baseCachePath: home.folder,
      relaunch: () =>
        app.relaunch({ execPath: process.env.APPIMAGE ?? process.execPath, args: process.argv.slice(1) }),
      quit: () => app.quit(),
      letGo: () => app.releaseSingleInstanceLock(),
    },
    get,
    kept: openKept(join(home.folder, 'releases.json'), parts.onDamaged),
    channel,
    isAutomatic,
    onChanged,
    log: (message) => log.info(`updates: ${message}`),
  });
  const look = (): void =>
    void update.lookIfDue().catch((error: unknown) => log.error('updates are not looked for', error));
  setTimeout(look, FIRST_LOOK_MS).unref();
  setInterval(look, EVERY_MS).unref();
  return update;
}

/** Through the system's proxy, with nothing kept and nothing sent but the request. */
const get: Get = (address, signal) =>
  new Promise((resolve, reject) => {
    if (!mayAsk(address)) throw new Error(`${address.protocol}//${address.host} is not asked`);
    const options: ClientRequestConstructorOptions = {
      url: address.href,
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      session: session.fromPartition('updates', { cache: false }),
    };
    const request = net.request(options);
    request.setHeader('User-Agent', 'Strata');
    const stop = (): void => {
      request.abort();
      reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
    };
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    request.on('redirect', (_status, _method, url) => {
      if (mayAsk(new URL(url))) return request.followRedirect();
      request.abort();
      reject(new Error(`it leads to ${new URL(url).origin}, which is not asked`));
    });
    request.on('error', reject);
    request.on('response', (response) =>
      resolve({ status: response.statusCode, body: response as unknown as AsyncIterable<Uint8Array> }),
    );
    request.end();
  });
