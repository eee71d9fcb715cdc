/**
 * `npm run check:electron`: has electronegativity look at the sources. Fetched from npm when it is asked for: what it needs is
 * older than what the project uses. Exit 1 on a finding that docs/security.md doesn't argue.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject, root } from './setup/paths.mjs';
import { run } from './setup/run.mjs';

const CHECKER = '@doyensec/electronegativity@1.10.3';
/** Argued in docs/security.md: a check, and the one file that it may name. */
const ARGUED = [
  'CSP_GLOBAL_CHECK N/A',
  'OPEN_EXTERNAL_JS_CHECK main/app/links.ts',
  'CERTIFICATE_ERROR_EVENT_JS_CHECK main/app/window.ts',
  'PRELOAD_JS_CHECK main/app/window.ts',
];

const { devDependencies } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'strata-check-'));
const report = join(folder, 'report.csv');
try {
  const look = ['--input', 'src', '--relative', '--verbose', 'false', '--output', report];
  const version = ['--electron-version', devDependencies.electron];
  // It compares with a list of releases that is fetched from elsewhere.
  const without = ['--exclude-checks', 'AvailableSecurityFixesGlobalCheck'];
  await run('npx', ['--yes', CHECKER, ...look, ...version, ...without], { cwd: root });
  const found = findings(readFileSync(report, 'utf8'));
  const open = found.filter((each) => !ARGUED.includes(each));
  for (const each of open) console.log(`strata: not argued: ${each}`);
  for (const each of ARGUED)
    if (!found.includes(each)) console.log(`strata: argued, and found no longer: ${each}`);
  console.log(`strata: ${found.length} findings, ${open.length} of them not argued`);
  process.exitCode = open.length > 0 || found.length === 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {string} csv
 * @returns {string[]} `CHECK file`, each once
 */
function findings(csv) {
  const rows = csv
    .split('\n')
    .map((line) => /^(\w+_CHECK),"(\w+)","\w+","([^"]*)"/.exec(line))
    .filter((row) => row !== null && row[2] !== 'INFORMATIONAL');
  return [...new Set(rows.map((row) => `${row?.[1]} ${row?.[3]}`))];
}
