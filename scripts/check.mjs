/** `npm run check`: format, lint with the boundaries, types, and code that nothing uses. All are run, then the result said. */
import { program } from './setup/build.mjs';
import { ensureNpmPackages } from './setup/npm-packages.mjs';
import { root } from './setup/paths.mjs';
import { say } from './setup/print.mjs';
import { run } from './setup/run.mjs';

await ensureNpmPackages();

/** @type {ReadonlyArray<readonly [name: string, program: string, ...args: string[]]>} */
const checks = [
  ['format', program('prettier', 'bin/prettier.cjs'), '--check', '--log-level=warn', '.'],
  ['lint', program('eslint', 'bin/eslint.js'), '--max-warnings=0', '.'],
  ['types', program('typescript', 'bin/tsc'), '--noEmit', '-p', 'tsconfig.json'],
  [
    'svelte',
    program('svelte-check', 'bin/svelte-check'),
    '--tsconfig',
    'tsconfig.web.json',
    '--fail-on-warnings',
    '--output',
    'human',
  ],
  ['dead code', program('knip', 'bin/knip.js'), '--no-progress'],
];

const results = await inPairs(checks, async ([name, file, ...args]) => ({
  name,
  code: await run(process.execPath, [file, ...args], { cwd: root }),
}));
const failed = results.filter(({ code }) => code !== 0).map(({ name }) => name);
if (failed.length > 0) say(`failed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;

/**
 * Two at a time: that is what the smallest machine has cores for.
 * @template T, R
 * @param {readonly T[]} items @param {(item: T) => Promise<R>} work @returns {Promise<R[]>}
 */
async function inPairs(items, work) {
  /** @type {R[]} */
  const done = [];
  const queue = [...items.entries()];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) done[next[0]] = await work(next[1]);
  };
  await Promise.all([worker(), worker()]);
  return done;
}
