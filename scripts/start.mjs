/** `npm start [-- FOLDER]`: sets up what is missing, builds, opens Strata. Without a display it runs the tour instead. */
import { resolve } from 'node:path';
import { ensureBuilt } from './setup/build.mjs';
import { setUp } from './setup/index.mjs';
import { inProject, root } from './setup/paths.mjs';
import { say } from './setup/print.mjs';
import { run } from './setup/run.mjs';
import { needsDisplay } from './setup/system-packages.mjs';

const words = process.argv
  .slice(2)
  .map((word) => (word.startsWith('-') ? word : resolve(process.env['INIT_CWD'] ?? '.', word)));
const withoutDisplay = needsDisplay();
if (withoutDisplay) {
  say('there is no display, so a window can not be shown: running the tour, which takes pictures of it');
  if (words.length > 0) say(`the tour has its own projects, so ${words.join(' ')} is not opened`);
  process.exitCode = await run(process.execPath, [inProject('scripts', 'tour.mjs')], { cwd: root });
} else {
  const { runtime, flags } = await setUp('run');
  await ensureBuilt();
  process.exitCode = await run(runtime.executable, [...flags, root, ...words], { cwd: root });
}
