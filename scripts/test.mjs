/**
 * `npm test [-- PART… [FILTER…]]`: sets up what is missing, then checks, unit, integration and end-to-end tests on real
 * parts. Parts: check, unit, conformance, integration, e2e, package, visual. Without one, all but visual, whose approved pictures
 * hold for the machine that took them; the first that fails ends the run. A FILTER
 * is part of a test file's name: `npm test -- e2e main-job`.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureBuilt, program } from './setup/build.mjs';
import { setUp } from './setup/index.mjs';
import { inProject, root } from './setup/paths.mjs';
import { giveUp, say } from './setup/print.mjs';
import { run } from './setup/run.mjs';

const node = process.execPath;
const sandbox = [inProject('scripts', 'sandbox.mjs'), '--', node];
const reports = inProject('out', 'test');
const vectors = process.env['STRATA_VECTORS'] ?? inProject('..', 'shared', 'vectors');

/** @param {string} name @param {readonly string[]} args */
const vitest = (name, args) => [
  program('vitest', 'vitest.mjs'),
  'run',
  ...args,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${reports}/${name}.json`,
];

const words = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const filters = () => words.filter((word) => !(word in parts));

/** @type {Record<string, () => Promise<number>>} */
const parts = {
  check: () => run(node, [inProject('scripts', 'check.mjs')], { cwd: root }),
  unit: () => run(node, vitest('unit', filters()), { cwd: root }),
  async conformance() {
    if (!existsSync(vectors)) {
      say(`no vectors at ${vectors}: conformance isn't part of this run`);
      return 0;
    }
    return run(node, [program('tsx', 'dist/cli.mjs'), 'tests/conformance/run.ts'], { cwd: root });
  },
  integration: () =>
    run(node, [...sandbox, ...vitest('integration', ['-c', 'vitest.integration.config.ts', ...filters()])], {
      cwd: root,
    }),
  async package() {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) {
      say('packages are started by a test on Linux as root alone: they aren’t part of this run');
      return 0;
    }
    const made = await run(node, [inProject('scripts', 'package.mjs'), 'dir', 'deb'], { cwd: root });
    const args = vitest('package', ['-c', 'vitest.package.config.ts', ...filters()]);
    return made === 0 ? run(node, [...sandbox, ...args], { cwd: root }) : made;
  },
  async visual() {
    await ensureBuilt();
    return run(node, [...sandbox, program('@playwright/test', 'cli.js'), 'test', 'visual'], {
      cwd: root,
      env: { ...process.env, STRATA_VISUAL: '1' },
    });
  },
  async e2e() {
    await ensureBuilt();
    return run(node, [...sandbox, program('@playwright/test', 'cli.js'), 'test', ...filters()], {
      cwd: root,
    });
  },
};

const wanted = words.filter((word) => word in parts);
const isWanted = (/** @type {string} */ name) =>
  wanted.length > 0 ? wanted.includes(name) : name !== 'visual';
if (words.length > 0 && wanted.length === 0) {
  giveUp(`no such part: ${words.join(', ')}. There are ${Object.keys(parts).join(', ')}.`);
}

await setUp('test');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
for (const [name, part] of Object.entries(parts)) {
  if (!isWanted(name)) continue;
  const started = Date.now();
  const code = await part();
  say(
    `${name}: ${code === 0 ? 'passed' : `failed with exit code ${code}`} in ${((Date.now() - started) / 1000).toFixed(0)} s`,
  );
  if (code !== 0) {
    process.exitCode = 1;
    break;
  }
}
const { passed, failed } = counts();
console.log(`${passed} passed, ${failed} failed`);

/** Adds up what the test runners wrote down. */
function counts() {
  let passed = 0;
  let failed = 0;
  for (const name of ['unit', 'integration', 'package']) {
    const report = read(`${reports}/${name}.json`);
    passed += report?.numPassedTests ?? 0;
    failed += report?.numFailedTests ?? 0;
  }
  const e2e = read(`${reports}/e2e.json`);
  return { passed: passed + (e2e?.stats?.expected ?? 0), failed: failed + (e2e?.stats?.unexpected ?? 0) };
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
