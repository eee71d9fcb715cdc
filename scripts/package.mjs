/**
 * `npm run package [-- TARGET…]`: packages for this platform, into dist/. Without a TARGET those that electron-builder.yml names;
 * where the official Electron can't be had, those that can be made without a download.
 */
import { path7za } from '7zip-bin';
import { build, Arch, Platform } from 'electron-builder';
import { chmodSync } from 'node:fs';
import { ensureElectron } from './electron/runtime.mjs';
import { makeIcons } from './package/icons.mjs';
import { updateFeed } from './package/update-feed.mjs';
import { ensureBuilt } from './setup/build.mjs';
import { ensureNpmPackages } from './setup/npm-packages.mjs';
import { inProject, root } from './setup/paths.mjs';
import { say } from './setup/print.mjs';

/** What needs no tool that electron-builder would fetch. */
const WITHOUT_DOWNLOAD = ['dir', 'tar.gz', 'deb'];

await ensureNpmPackages();
await ensureBuilt();
const electron = await ensureElectron();
makeIcons(inProject('resources', 'icon.svg'), inProject('dist', 'icons'));
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const updates = updateFeed(process.env);
const config = updates && {
  publish: { provider: /** @type {const} */ ('generic'), url: updates.feed },
  extraMetadata: { strataUpdates: updates },
};
const isOfficial = electron.source === 'official';
if (isOfficial) {
  await build({
    projectDir: root,
    publish: 'never',
    targets: Platform.current().createTarget(wanted),
    config,
  });
} else {
  const targets = wanted.length > 0 ? wanted : WITHOUT_DOWNLOAD;
  say(`packaging ${targets.join(', ')} with Electron ${electron.version}`);
  useLocalTools();
  await build({
    projectDir: root,
    publish: 'never',
    targets: Platform.LINUX.createTarget(targets, Arch[process.arch === 'arm64' ? 'arm64' : 'x64']),
    config: { ...config, electronDist: electron.dist, electronVersion: electron.version },
  });
}

/** 7-Zip from npm, and dpkg-deb behind fpm's words. */
function useLocalTools() {
  chmodSync(path7za, 0o755);
  process.env['ELECTRON_BUILDER_7ZIP_PATH'] = path7za;
  // Such a package is for this machine: quickly made is better than small.
  process.env['ELECTRON_BUILDER_COMPRESSION_LEVEL'] ??= '1';
  process.env['CUSTOM_FPM_PATH'] = inProject('scripts', 'package', 'fpm-deb.mjs');
}
