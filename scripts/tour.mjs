/** `npm run tour`: the main job on real input, unattended, with pictures in out/tour. */
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
    inProject('tests', 'tour', 'index.ts'),
  ],
  { cwd: root },
);
