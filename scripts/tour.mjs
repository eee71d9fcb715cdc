/** `npm run tour`: the main job on real input, unattended, with pictures in out/tour. */
import { runSandboxed } from './setup/sandboxed.mjs';

process.exitCode = await runSandboxed(['tests', 'tour', 'index.ts']);
