/** yarn's cache. */
import { say } from '../../../words/index.js';
import type { ShellCommand } from '../../shell/script.js';
import { appendCommand } from './fixes.js';
import { hadolintRule, problemAt } from './hadolint-rule.js';
import { isKeptOut } from './mounts.js';
import { installationsOf, isCleanedAfter, lastOfEachRun, removes } from './package-manager.js';
import { reachesResult } from './steps.js';

const YARN = {
  names: ['yarn'],
  verbs: ['install'],
  valued: new Set(['cwd', 'modules-folder', 'cache-folder', 'registry', 'network-timeout']),
};
const CACHES = ['/root/.cache/yarn', '/usr/local/share/.cache/yarn', '/home/node/.cache/yarn'];

const cleaned = hadolintRule('DL3060', 'info', 'why.DL3060', function* (model) {
  for (const { run, command } of lastOfEachRun(installationsOf(model, YARN))) {
    if (!reachesResult(model, run.step) || CACHES.some((cache) => isKeptOut(run, cache))) continue;
    if (isCleanedAfter(run, command, cleans)) continue;
    yield problemAt(
      run.range(command),
      say('checks.yarn.cache'),
      appendCommand(run, 'yarn cache clean', say('fix.cleanUp')),
    );
  }
});

function cleans(command: ShellCommand): boolean {
  const [, first, second] = command.words;
  return (
    (command.name === 'yarn' && first?.text === 'cache' && second?.text === 'clean') ||
    removes(command, CACHES)
  );
}

export const yarnRules = [cleaned];
