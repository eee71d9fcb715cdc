/** Builds the app when its sources are newer than what was built. */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject, root } from './paths.mjs';
import { giveUp, say } from './print.mjs';
import { aside, run } from './run.mjs';

const stamp = inProject('out', '.built');
const sources = ['src', 'package.json', 'package-lock.json', 'electron.vite.config.ts'];

/** The path of a package's program. @param {string} name @param {string} file */
export const program = (name, file) => inProject('node_modules', name, file);

export async function ensureBuilt() {
  const built = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
  if (sources.every((source) => newest(inProject(source)) <= built)) return;
  say('building');
  const started = Date.now();
  const code = await run(
    process.execPath,
    [program('electron-vite', 'bin/electron-vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: root,
      stdio: aside,
    },
  );
  if (code !== 0) giveUp(`the build failed with exit code ${code}; what it says above is why.`);
  mkdirSync(inProject('out'), { recursive: true });
  writeFileSync(stamp, '');
  say(`built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** @param {string} path @returns {number} */
function newest(path) {
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), info.mtimeMs);
}
