/** npm packages: installed when node_modules is not what the lock file says. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inProject } from './paths.mjs';
import { giveUp, say } from './print.mjs';
import { runNpm } from './run.mjs';

const stamp = inProject('node_modules', '.strata-lock');

/** Makes node_modules agree with package-lock.json. Costs one hash when it does already. */
export async function ensureNpmPackages() {
  const wanted = createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('installing npm packages as package-lock.json names them (npm ci)');
  // Everything that needs compiling or downloading has a prebuilt form here or isn't needed: see docs/decisions/002.
  const code = await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0)
    giveUp(`npm ci failed with exit code ${code}. Mend what it says above, then run this again.`);
  writeFileSync(stamp, wanted);
}
