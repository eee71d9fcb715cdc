/** Alpine's apk. */
import { hasFlag } from '../../shell/arguments.js';
import { insertAfter } from './fixes.js';
import { hadolintRule, problemAt } from './hadolint-rule.js';
import { isKeptOut } from './mounts.js';
import { installationsOf, isVariable } from './package-manager.js';

const VALUED: ReadonlySet<string> = new Set([
  ...['t', 'virtual', 'X', 'repository', 'p', 'root', 'arch', 'keys-dir', 'repositories-file', 'wait'],
  ...['cache-dir', 'cache-max-age', 'timeout', 'progress-fd'],
]);
const APK = { names: ['apk'], verbs: ['add'], valued: VALUED };

const pinned = hadolintRule(
  'DL3018',
  'warning',
  'Without a version, each build takes the newest there is: the same Dockerfile gives another image tomorrow.',
  function* (model) {
    for (const { run, packages } of installationsOf(model, APK))
      for (const word of packages)
        if (!/[=~<>]|\.apk$/.test(word.text) && !isVariable(word))
          yield problemAt(
            run.range(word),
            `apk adds “${word.text}” in whichever version is newest: pin it, ${word.text}=<version>`,
          );
  },
);

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
