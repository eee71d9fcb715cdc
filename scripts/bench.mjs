/** `npm run bench [-- NAME…]`: the figures, each timed in turn with its peer; bench/results.json keeps them. */
import { ensureBuilt, program } from './setup/build.mjs';
import { setUp } from './setup/index.mjs';
import { inProject, root } from './setup/paths.mjs';
import { run } from './setup/run.mjs';

await setUp('test');
await ensureBuilt();
process.exitCode = await run(
  process.execPath,
  [
    inProject('scripts', 'sandbox.mjs'),
    '--',
    process.execPath,
    program('tsx', 'dist/cli.mjs'),
    inProject('bench', 'run.ts'),
    ...process.argv.slice(2),
  ],
  { cwd: root },
);
