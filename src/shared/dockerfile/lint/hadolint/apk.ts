/** Alpine's apk. */
import { hasFlag } from '../../shell/arguments.js';
import { insertAfter } from './fixes.js';
import { hadolintRule, problemAt } from './hadolint-rule.js';
import { isKeptOut } from './mounts.js';
import { installationsOf, isVariable } from './package-manager.js';
import { unpinned, WHY_PIN } from './pinning.js';

const VALUED: ReadonlySet<string> = new Set([
  ...['t', 'virtual', 'X', 'repository', 'p', 'root', 'arch', 'keys-dir', 'repositories-file', 'wait'],
  ...['cache-dir', 'cache-max-age', 'timeout', 'progress-fd'],
]);
const APK = { names: ['apk'], verbs: ['add'], valued: VALUED };

const pinned = hadolintRule('DL3018', 'warning', WHY_PIN, function* (model) {
  for (const { run, packages } of installationsOf(model, APK))
    yield* unpinned(
      run,
      'apk adds',
      packages.filter((word) => !/[=~<>]|\.apk$/.test(word.text) && !isVariable(word)),
      (name) => `${name}=<version>`,
    );
});

const uncached = hadolintRule(
  'DL3019',
  'info',
  'The index that apk keeps is of no use in the image. With --no-cache it is fetched, used and not kept.',
  function* (model) {
    for (const { run, command, verb } of installationsOf(model, APK)) {
      if (hasFlag(command, ['no-cache'], VALUED) || isKeptOut(run, '/var/cache/apk')) continue;
      yield problemAt(
        run.range(command),
        'apk add keeps its index in the layer: add --no-cache',
        insertAfter(run, verb, ' --no-cache', 'Add --no-cache'),
      );
    }
  },
);

export const apkRules = [pinned, uncached];
