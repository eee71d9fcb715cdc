/** Where the app begins: as the window, or as docker-credential-strata, which needs neither a window nor a display. */
import './app/no-debugging.js';
import { app, dialog } from 'electron';
import { helperWords } from './app/helper-launch.js';
import { homeFolder } from './app/home.js';
import { openFirstWindow } from './app/first-window.js';
import { begin, type Begun } from './begin.js';

const words = helperWords(process.argv);
if (words === null) {
  const begun = begin(process.env);
  if (begun === null) app.quit();
  // Not awaited: Electron is ready only once this module has run to its end.
  else void app.whenReady().then(() => openStrata(begun));
} else {
  // Awaited: it answers before Electron is ready, and so without most of it.
  await helpDocker(words);
}

async function openStrata(begun: Begun): Promise<void> {
  try {
    const first = openFirstWindow(begun.home, import.meta.dirname, process.env);
    // It may be shown, still empty, before the rest is read.
    first.window.once('show', begun.gpu.look);
    const { open } = await import('./index.js');
    await open(begun, first);
  } catch (error) {
    // There may be no log yet, nor any words: neither the one nor the others could be read.
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`Strata could not start: ${detail}\n`);
    // A developer has a terminal, and a test nobody who would close it.
    if (app.isPackaged) dialog.showErrorBox('Strata could not start', detail);
    app.exit(1);
  }
}

async function helpDocker(words: readonly string[]): Promise<void> {
  const { runCredentialHelper } = await import('./credential-helper/index.js');
  const { code, output, hangs } = await runCredentialHelper({
    home: homeFolder(process.env),
    words,
    input: process.stdin,
    environment: process.env,
    version: app.getVersion(),
    // Docker shows what a helper says here when it fails.
    onDamaged: ({ aside }) => process.stderr.write(`Strata set a damaged file aside: ${aside}\n`),
  });
  process.stdout.write(output, () => {
    if (hangs) process.kill(process.pid, 'SIGKILL');
    else app.exit(code);
  });
}
