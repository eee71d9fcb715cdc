/** The least that an Electron app can be and show a page of its own, as Electron's guides have it: what Strata's start and memory are compared with. */
import { app, BrowserWindow, net, protocol } from 'electron';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

app.setPath('userData', join(process.env['STRATA_HOME'] ?? '', 'profile'));
protocol.registerSchemesAsPrivileged([
  { scheme: 'empty', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const page = pathToFileURL(join(import.meta.dirname, 'index.html')).href;
  protocol.handle('empty', () => net.fetch(page));
  const window = new BrowserWindow({
    width: 1280,
    height: 840,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL('empty://app/index.html');
});
