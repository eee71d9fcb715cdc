/** What an engine without BuildKit can't be asked for. */
import type { BuildOptions } from '../../shared/contract/build-options.js';
import { FailureError } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';

/** @throws FailureError `invalid-input` when the options ask for what only BuildKit does */
export function assertClassic({ secrets, sshAgent, ignoreCache, ignoreCacheOf }: BuildOptions): void {
  const wanted = [
    ...(secrets.length > 0 ? [say('buildFailures.classic.secrets')] : []),
    ...(sshAgent ? [say('buildFailures.classic.ssh')] : []),
    ...(ignoreCache && ignoreCacheOf !== undefined ? [say('buildFailures.classic.stage')] : []),
  ];
  if (wanted.length === 0) return;
  const what = wanted.reduce((first, second) => say('buildFailures.classic.and', { first, second }));
  throw new FailureError({
    code: 'invalid-input',
    title: say('buildFailures.classic', { what }),
    detail: say('buildFailures.classic.detail'),
    remedy: say('buildFailures.classic.remedy'),
  });
}
