/** `npm run test:hours`: what somebody does in eight hours, in ten minutes; exit 1 when memory, sockets or listeners grow. */
import { runSandboxed } from './setup/sandboxed.mjs';

process.exitCode = await runSandboxed(['tests', 'hours', 'run.ts'], process.argv.slice(2));
