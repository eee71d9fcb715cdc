/** Everything that a command needs before it can do its work, seen to in one call. */
import { announce, electronEnvironment, ensureElectron, isRootOnLinux } from '../electron/runtime.mjs';
import { ensureNpmPackages } from './npm-packages.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/**
 * Installs what is missing for `purpose` and puts the choice of Electron into this process's environment, which
 * every child inherits.
 * @param {import('./system-packages.mjs').Purpose} purpose
 */
export async function setUp(purpose) {
  await ensureNpmPackages();
  await ensureSystemPackages(purpose);
  const runtime = await ensureElectron();
  announce(runtime);
  Object.assign(process.env, electronEnvironment(runtime));
  return { runtime, flags: isRootOnLinux() ? ['--no-sandbox'] : [] };
}
