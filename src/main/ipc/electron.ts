/** Electron's side of the router: who may speak, and subscriptions that end with their page. */
import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { Contract } from '../../shared/contract/define.js';
import type { Router } from './router.js';

export type BindOptions = {
  /** The router of a window's page; null for a page of no window. */
  readonly routerOf: (page: WebContents) => AnyRouter | null;
  /** Where our own pages come from: `strata://app`, or the dev server. Nothing else is answered. */
  readonly origin: string;
  /** Hears of every sender that was refused. */
  readonly onForged: (channel: string, url: string) => void;
  /** Hears of a subscription that could not be made: a channel or payload off the contract. */
  readonly onRefused: (channel: string, error: unknown) => void;
};

type AnyRouter = Pick<Router<Contract>, 'invoke' | 'stream'>;
type Subscriptions = Map<number, () => void>;

/** Lets each of our own pages call its window's router; a call from any other page, frame or origin is rejected. */
export function bindRouters({ routerOf, origin, onForged, onRefused }: BindOptions): void {
  const subscriptions = new WeakMap<WebContents, Subscriptions>();

  type Admitted = { readonly router: AnyRouter; readonly channel: string };
  const admit = (event: IpcMainEvent | IpcMainInvokeEvent, channel: unknown): Admitted => {
    const frame = event.senderFrame;
    const own = frame !== null && frame.parent === null && originOf(frame.url) === origin;
    const router = own ? routerOf(event.sender) : null;
    if (router !== null && typeof channel === 'string') return { router, channel };
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

  ipcMain.handle('strata:invoke', (event, name: unknown, payload: unknown) => {
    const { router, channel } = admit(event, name);
    return router.invoke(channel, payload);
  });

  ipcMain.on('strata:subscribe', (event, id: unknown, name: unknown, payload: unknown) => {
    const caller = admitted(() => admit(event, name));
    const page = event.sender;
    const own = subscriptionsOf(page);
    if (caller === null || typeof id !== 'number' || own.has(id)) return;
    const send = (update: unknown): void => {
      if (!page.isDestroyed()) page.send('strata:stream', id, update);
    };
    try {
      own.set(id, caller.router.stream(caller.channel, payload, send));
    } catch (error) {
      onRefused(caller.channel, error);
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
