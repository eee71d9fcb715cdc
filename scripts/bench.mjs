/** `npm run bench [-- NAME…]`: the figures, each timed in turn with its peer; bench/results.json keeps them. */
import { runSandboxed } from './setup/sandboxed.mjs';

process.exitCode = await runSandboxed(['bench', 'run.ts'], process.argv.slice(2));
