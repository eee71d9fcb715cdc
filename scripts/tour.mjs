/** `npm run tour [-- --guide]`: the main job on real input, unattended, with pictures in out/tour; `--guide`: the user guide's as well. */
import { runSandboxed } from './setup/sandboxed.mjs';

process.exitCode = await runSandboxed(['tests', 'tour', 'index.ts'], process.argv.slice(2));
