/** Electron's side of the router: who may speak, and subscriptions that end with their page. */
import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { Contract } from '../../shared/contract/define.js';
import type { Router } from './router.js';

export type BindOptions = {
  /** Where our own pages come from: `strata://app`, or the dev server. Nothing else is answered. */
  readonly origin: string;
  /** Hears of every sender that was refused. */
  readonly onForged: (channel: string, url: string) => void;
  /** Hears of a subscription that could not be made: a channel or payload off the contract. */
  readonly onRefused: (channel: string, error: unknown) => void;
};

type Subscriptions = Map<number, () => void>;

/** Lets our own pages call `router`; a call from any other frame or origin is rejected. */
export function bindRouter<C extends Contract>(
  router: Router<C>,
  { origin, onForged, onRefused }: BindOptions,
): void {
  const subscriptions = new WeakMap<WebContents, Subscriptions>();

  const admit = (event: IpcMainEvent | IpcMainInvokeEvent, channel: unknown): string => {
    const frame = event.senderFrame;
    const own = frame !== null && frame.parent === null && originOf(frame.url) === origin;
    if (own && typeof channel === 'string') return channel;
    onForged(String(channel).slice(0, 100), frame?.url ?? 'a frame that is gone');
    throw new Error('Strata answers only its own window.');
  };

  const subscriptionsOf = (page: WebContents): Subscriptions => {
    const known = subscriptions.get(page);
    if (known) return known;
    const made: Subscriptions = new Map();
    const endAll = (): void => {
      for (const end of made.values()) end();
      made.clear();
    };
    page.once('destroyed', endAll);
    page.on('render-process-gone', endAll);
    page.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) endAll();
    });
    subscriptions.set(page, made);
    return made;
  };

  ipcMain.handle('strata:invoke', (event, channel: unknown, payload: unknown) =>
    router.invoke(admit(event, channel), payload),
  );

  ipcMain.on('strata:subscribe', (event, id: unknown, channel: unknown, payload: unknown) => {
    const name = admitted(() => admit(event, channel));
    const page = event.sender;
    const own = subscriptionsOf(page);
    if (name === null || typeof id !== 'number' || own.has(id)) return;
    const send = (update: unknown): void => {
      if (!page.isDestroyed()) page.send('strata:stream', id, update);
    };
    try {
      own.set(id, router.stream(name, payload, send));
    } catch (error) {
      onRefused(name, error);
    }
  });

  ipcMain.on('strata:unsubscribe', (event, id: unknown) => {
    if (typeof id !== 'number' || admitted(() => admit(event, 'unsubscribe')) === null) return;
    const own = subscriptionsOf(event.sender);
    own.get(id)?.();
    own.delete(id);
  });
}

/** A one-way message has nobody to answer with an error: it is dropped, and `onForged` has heard of it. */
function admitted<T>(attempt: () => T): T | null {
  try {
    return attempt();
  } catch {
    return null;
  }
}

/** Scheme and host of an address. `URL.origin` is "null" for a custom scheme, so it can't be used. */
function originOf(url: string): string {
  try {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}`;
  } catch {
    return '';
  }
}
