/** What an engine without BuildKit can't be asked for. */
import type { BuildOptions } from '../../shared/contract/build-options.js';
import { FailureError } from '../../shared/failure.js';

/** @throws FailureError `invalid-input` when the options ask for what only BuildKit does */
export function assertClassic({ secrets, sshAgent, ignoreCache, ignoreCacheOf }: BuildOptions): void {
  const wanted = [
    ...(secrets.length > 0 ? ['takes no secrets'] : []),
    ...(sshAgent ? ['reaches no ssh agent'] : []),
    ...(ignoreCache && ignoreCacheOf !== undefined ? ['can’t ignore the cache of one stage'] : []),
  ];
  if (wanted.length === 0) return;
  throw new FailureError({
    code: 'invalid-input',
    title: `This engine’s builder ${wanted.join(', and ')}`,
    detail: 'Only BuildKit does, and this engine doesn’t have it.',
    remedy: 'Build with an engine that has BuildKit, or without that option.',
  });
}
