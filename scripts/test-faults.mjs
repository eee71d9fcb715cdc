/** `npm run test:faults [-- WORD…]`: every long job struck by every fault, on real parts; a table, and exit 1 if a cell fails. */
import { runSandboxed } from './setup/sandboxed.mjs';

process.exitCode = await runSandboxed(['tests', 'faults', 'run.ts'], process.argv.slice(2));
