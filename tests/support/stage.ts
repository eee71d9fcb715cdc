/** Everything that a test on real parts stands on, in one call, and ended in one call. */

import { isInsideSandbox } from '../../scripts/sandbox.mjs';
import { installBases } from './bases.js';
import { startDisplay, type TestDisplay } from './display.js';
import { startEngine, type TestEngine } from './engine.js';
import { startKeyring, type TestKeyring } from './keyring.js';
import { startRegistry, type TestRegistry } from './registry.js';

export type StageOptions = {
  readonly keyring?: boolean;
  readonly display?: boolean;
  /** Who may use the guarded registry. */
  readonly users?: Readonly<Record<string, string>>;
  /** Whether the open registry, docker.io's mirror, and the base images in it are wanted. Default true. */
  readonly openRegistry?: boolean;
};

export type Stage = {
  readonly engine: TestEngine;
  /** Anyone may push and pull. Answers for docker.io. Undefined only when it was not wanted. */
  readonly openRegistry: TestRegistry | undefined;
  /** Wants a login: one of `users`. */
  readonly guardedRegistry: TestRegistry;
  readonly users: Readonly<Record<string, string>>;
  readonly keyring: TestKeyring | undefined;
  readonly display: TestDisplay | undefined;
  /** What a program on this stage needs in its environment to find all of it. */
  readonly env: Readonly<Record<string, string>>;
  /** Ends all parts, the last first. @throws AggregateError when one would not end, after the others have */
  stop(): Promise<void>;
};

/** The one user of the guarded registry, if a test names none. */
export const defaultUsers: Readonly<Record<string, string>> = { ada: 'correct horse battery' };

/** @throws Error when a part does not start; those that had started are ended */
export async function startStage(options: StageOptions = {}): Promise<Stage> {
  const started: { stop(): Promise<void> }[] = [];
  const begin = async <Part extends { stop(): Promise<void> }>(starting: Promise<Part>): Promise<Part> => {
    const part = await starting;
    started.push(part);
    return part;
  };
  const stop = async (): Promise<void> => {
    const errors: unknown[] = [];
    for (const part of started.splice(0).reverse()) {
      await part.stop().catch((error: unknown) => errors.push(error));
    }
    if (errors.length > 0) throw new AggregateError(errors, 'a part of the stage did not end');
  };

  try {
    const users = options.users ?? defaultUsers;
    // In the sandbox the registry comes first, as the engine's mirror. The user's own engine may have to run it.
    const ownEngine = isInsideSandbox() ? undefined : await begin(startEngine());
    const withEngine = ownEngine === undefined ? {} : { engine: ownEngine };
    const openRegistry = options.openRegistry === false ? undefined : await begin(startRegistry(withEngine));
    const engine =
      ownEngine ??
      (await begin(startEngine(openRegistry === undefined ? {} : { mirror: openRegistry.host })));
    const guardedRegistry = await begin(startRegistry({ ...withEngine, users }));
    if (openRegistry !== undefined) await installBases(engine, openRegistry);
    const keyring = options.keyring === true ? await begin(startKeyring()) : undefined;
    const display = options.display === true ? await begin(startDisplay()) : undefined;
    const env = { DOCKER_HOST: engine.host, ...keyring?.env, ...display?.env };
    return { engine, openRegistry, guardedRegistry, users, keyring, display, env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * For what works with everyday names, as a person would: on somebody's own engine it could take those names away.
 * @throws Error when the stage stands on such an engine; the stage has ended then
 */
export async function assertOwnEngine(stage: Stage): Promise<void> {
  if (stage.engine.isPrivate) return;
  await stage.stop();
  throw new Error('this needs an engine of its own: run it on Linux, as root');
}
