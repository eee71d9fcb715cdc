/**
 * What a bare Electron runs: takes `-r FILE` and the folder of an app, as Electron's own default app does.
 * An ES module that awaits the app: were it not awaited, `ready` could fire before the app's first line has run.
 */
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const words = process.argv.slice(1);
const preloads = [];
let folder;
for (let at = 0; at < words.length && folder === undefined; at++) {
  const word = words[at];
  if (word === '-r' || word === '--require') preloads.push(words[++at]);
  else if (!word.startsWith('-')) folder = word;
}

if (folder === undefined) {
  console.error('Give the folder of an app to run.');
  app.exit(1);
} else {
  for (const file of preloads) require(resolve(file));
  const root = resolve(folder);
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  app.setAppPath(root);
  app.setName(manifest.productName ?? manifest.name ?? 'Electron');
  app.setVersion(manifest.version ?? '0.0.0');
  app.setDesktopName(manifest.desktopName ?? `${app.getName()}.desktop`);
  process.defaultApp = true;
  await import(pathToFileURL(join(root, manifest.main ?? 'index.js')).href);
}
