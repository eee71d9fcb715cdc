/** The two that are compared: Strata's own build service, and the docker CLI with BuildKit, on one engine. */
import { join } from 'node:path';
import { createBuilds, openRememberedBuilds } from '../../src/main/builds/index.js';
import { createEngine } from '../../src/main/engine/index.js';
import { buildOptions } from '../../src/shared/contract/build-options.js';
import type { BuildOutcome } from '../../src/shared/contract/builds.js';
import { makeFolder } from '../../tests/support/processes.js';
import { startEngine, type TestEngine } from '../../tests/support/engine.js';

export const BASE = 'bench-base:1';

export type Builders = {
  readonly strata: (folder: string) => Promise<BuildOutcome>;
  readonly docker: (folder: string) => Promise<void>;
  /** Makes the engine forget every build and image but the base. */
  readonly forget: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export async function startBuilders(): Promise<Builders> {
  const engine = await startEngine();
  await importBase(engine);
  const service = createEngine({ environment: { DOCKER_HOST: engine.host }, onStatus: () => undefined });
  await service.reconnect();
  const builds = createBuilds({
    engine: service,
    authFor: () => Promise.resolve(null),
    environment: {},
    remembered: openRememberedBuilds(join(await makeFolder('home'), 'projects.json'), console.error),
    log: console.error,
  });
  let runs = 0;
  return {
    strata: (folder) =>
      builds.run.run(
        buildOptions.parse({
          folder,
          dockerfile: 'Dockerfile',
          imageName: 'bench-strata:1',
          arguments: [],
          ignoreCache: false,
          pullBase: false,
        }),
        { id: `bench-${++runs}`, signal: new AbortController().signal, report: () => undefined },
      ),
    docker: async (folder) => {
      await engine.docker(['build', '--quiet', '--tag', 'bench-docker:1', folder]);
    },
    forget: async () => {
      await engine.docker(['rmi', '--force', 'bench-strata:1']).catch(() => undefined);
      await engine.docker(['rmi', '--force', 'bench-docker:1']).catch(() => undefined);
      await engine.docker(['builder', 'prune', '--all', '--force']);
    },
    stop: async () => {
      service.stop();
      await engine.stop();
    },
  };
}

/** A base of one small file: the engine needs something to build on, and nothing here may wait for a registry. */
export async function importBase(engine: TestEngine): Promise<void> {
  await engine.docker(['import', '-', BASE], { input: emptyTar() });
}

const emptyTar = (): string => '\0'.repeat(10 * 1024);
