/** A TypeScript program of the project's, run on the built app inside the sandbox: the tour, the benches. */
import { ensureBuilt, program } from './build.mjs';
import { setUp } from './index.mjs';
import { inProject, root } from './paths.mjs';
import { run } from './run.mjs';

/**
 * Sets up what is missing, builds what is stale, and runs the program to its end.
 * @param {readonly string[]} path below the project's folder
 * @param {readonly string[]} [args]
 * @returns {Promise<number>} its exit code
 */
export async function runSandboxed(path, args = []) {
  await setUp('test');
  await ensureBuilt();
  const sandbox = [inProject('scripts', 'sandbox.mjs'), '--', process.execPath];
  return run(process.execPath, [...sandbox, program('tsx', 'dist/cli.mjs'), inProject(...path), ...args], {
    cwd: root,
  });
}
