/** A second preload: what the same window's calls take when nothing but Electron carries them, and nobody looks at what they say. */
const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('bare', {
  /** Milliseconds for so many calls, one after the other. @param {number} count @param {unknown} payload */
  async calls(count, payload) {
    const started = performance.now();
    for (let at = 0; at < count; at++) await ipcRenderer.invoke('bench:bare', payload);
    return performance.now() - started;
  },
});
