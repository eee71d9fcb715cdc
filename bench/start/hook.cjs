/**
 * Read by Electron before the app's own code (`-r`), in Strata and the empty app alike: tells on standard output when
 * something was reached, in ms since 1970, and hides the window when standard input says so.
 */
const { app, BrowserWindow, ipcMain, session } = require('electron');
const { join } = require('node:path');

/** @param {string} what @param {number} [at] */
const tell = (what, at = Date.now()) => process.stdout.write(`bench:${what} ${at}\n`);

// What Electron takes for itself is no word to the app.
process.argv.splice(process.argv.indexOf('-r'), 2);
tell('main');
ipcMain.on('bench:painted', (_event, at) => tell('painted', at));
app.once('browser-window-created', () => tell('window'));
app.once('web-contents-created', (_event, page) => {
  page.once('did-start-loading', () => tell('loading'));
  page.once('dom-ready', () => tell('dom'));
});
void app.whenReady().then(() => {
  tell('ready');
  const own = session.defaultSession;
  const filePath = join(__dirname, 'painted.cjs');
  // Since Electron 35; before, it had another name.
  if ('registerPreloadScript' in own) own.registerPreloadScript({ type: 'frame', filePath });
  else /** @type {import('electron').Session} */ (own).setPreloads([filePath]);
});
process.stdin.on('data', () => {
  for (const window of BrowserWindow.getAllWindows()) window.hide();
  tell('hidden');
});
