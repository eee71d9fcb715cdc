/** Alpine's apk. */
import { say } from '../../../words/index.js';
import { hasFlag } from '../../shell/arguments.js';
import { insertAfter } from './fixes.js';
import { hadolintRule, problemAt } from './hadolint-rule.js';
import { isKeptOut } from './mounts.js';
import { installationsOf, isVariable } from './package-manager.js';
import { unpinned } from './pinning.js';

const VALUED: ReadonlySet<string> = new Set([
  ...['t', 'virtual', 'X', 'repository', 'p', 'root', 'arch', 'keys-dir', 'repositories-file', 'wait'],
  ...['cache-dir', 'cache-max-age', 'timeout', 'progress-fd'],
]);
const APK = { names: ['apk'], verbs: ['add'], valued: VALUED };

const pinned = hadolintRule('DL3018', 'warning', 'why.pin', function* (model) {
  for (const { run, packages } of installationsOf(model, APK))
    yield* unpinned(
      run,
      'apk',
      packages.filter((word) => !/[=~<>]|\.apk$/.test(word.text) && !isVariable(word)),
      (name) => `${name}=<version>`,
      'adds',
    );
});

const uncached = hadolintRule('DL3019', 'info', 'why.DL3019', function* (model) {
  for (const { run, command, verb } of installationsOf(model, APK)) {
    if (hasFlag(command, ['no-cache'], VALUED) || isKeptOut(run, '/var/cache/apk')) continue;
    yield problemAt(
      run.range(command),
      say('checks.apk.cache'),
      insertAfter(run, verb, ' --no-cache', say('fix.add', { what: '--no-cache' })),
    );
  }
});

export const apkRules = [pinned, uncached];
