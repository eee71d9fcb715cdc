/** One stage for all integration tests of a run. A test asks for its parts with `inject('engineHost')` and so on. */

import type { TestProject } from 'vitest/node';
import { startStage } from './stage.js';

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- it is merged with vitest's own.
  export interface ProvidedContext {
    /** `unix:///…` */
    engineHost: string;
    engineSocket: string;
    /** Whether the engine is the run's own: only then may a test prune, kill or look at all that is in it. */
    engineIsPrivate: boolean;
    /** How the names that a test gives to images and containers start. */
    namePrefix: string;
    /** `127.0.0.1:PORT`, where anyone may push; the engine pulls docker.io's images from here. */
    openRegistry: string;
    /** `127.0.0.1:PORT`, which wants a login. */
    guardedRegistry: string;
    /** Name → password at the guarded registry. */
    users: Readonly<Record<string, string>>;
    /** Environment with which a child process finds the run's keyring. Empty where the system's keychain is another. */
    keyringEnv: Readonly<Record<string, string>>;
  }
}

/** Called by vitest before the first test; what it returns, after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stage = await startStage({ keyring: process.platform === 'linux' });
  project.provide('engineHost', stage.engine.host);
  project.provide('engineSocket', stage.engine.socketPath);
  project.provide('engineIsPrivate', stage.engine.isPrivate);
  project.provide('namePrefix', stage.engine.prefix);
  project.provide('openRegistry', stage.openRegistry?.host ?? '');
  project.provide('guardedRegistry', stage.guardedRegistry.host);
  project.provide('users', stage.users);
  project.provide('keyringEnv', { ...stage.keyring?.env });
  return () => stage.stop();
}
