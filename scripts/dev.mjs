/** `npm run dev`: Strata with hot reload. */
import { program } from './setup/build.mjs';
import { setUp } from './setup/index.mjs';
import { root } from './setup/paths.mjs';
import { run } from './setup/run.mjs';

const { flags } = await setUp('run');
const words = flags.length > 0 ? ['dev', '--noSandbox'] : ['dev'];
process.exitCode = await run(process.execPath, [program('electron-vite', 'bin/electron-vite.js'), ...words], {
  cwd: root,
});
