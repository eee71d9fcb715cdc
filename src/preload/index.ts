/** The bridge: invoke and stream, and the path of a dropped file, which only a preload may ask for. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../shared/contract/bridge.js';

const listeners = new Map<number, (payload: unknown) => void>();
let last = 0;

ipcRenderer.on('strata:stream', (_event, id: number, payload: unknown) => listeners.get(id)?.(payload));

const bridge: Bridge = {
  invoke: (channel, payload) => ipcRenderer.invoke('strata:invoke', channel, payload),
  stream(channel, payload, listener) {
    const id = ++last;
    listeners.set(id, listener);
    ipcRenderer.send('strata:subscribe', id, channel, payload);
    return () => {
      listeners.delete(id);
      ipcRenderer.send('strata:unsubscribe', id);
    };
  },
  pathOf: (file) => webUtils.getPathForFile(file),
};

contextBridge.exposeInMainWorld('strata', bridge);
