/** Prints the Electron executable that development and tests use. */
import { ensureNpmPackages } from './setup/npm-packages.mjs';
import { ensureElectron } from './electron/runtime.mjs';

await ensureNpmPackages();
console.log((await ensureElectron()).executable);
