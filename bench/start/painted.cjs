/** In the page, beside the app's own preload: says when the first image's row, or the empty page's one line, has been painted. */
/* global document, MutationObserver, requestAnimationFrame */
const { ipcRenderer } = require('electron');

const WANTED = '[role=grid] [role=row][aria-selected], #empty';

const observer = new MutationObserver(() => {
  if (document.querySelector(WANTED) === null) return;
  observer.disconnect();
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = () => ipcRenderer.send('bench:painted', Date.now());
    port1.postMessage(null);
  });
});
observer.observe(document, { childList: true, subtree: true });
