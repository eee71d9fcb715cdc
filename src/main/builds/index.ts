/** Builds: a project folder, how it would be built, and the build itself. */
import type { builds } from '../../shared/contract/builds.js';
import type { Handler } from '../../shared/contract/define.js';
import { say } from '../../shared/words/index.js';
import type { BuildServices } from './build.js';
import { observed, type BuildObserver } from './observer.js';
import { readDockerfile, saveDockerfile, watchDockerfile } from './dockerfile/index.js';
import { openProject } from './project.js';
import type { RememberedBuilds } from './remembered.js';

export { createContexts } from './context/index.js';
export { createForecasts } from './forecast/index.js';
export { openForecastMemory } from './forecast/memory.js';
export { createBuildHistory } from './history/index.js';
export { openRememberedBuilds, type RememberedBuilds } from './remembered.js';

type Calls = typeof builds;

export type BuildsParts = BuildServices & {
  /** One for all engines. */
  readonly remembered: RememberedBuilds;
  readonly log: (message: string, error: unknown) => void;
  readonly observers?: readonly BuildObserver[];
};

/** The contract's answers about builds. */
export function createBuilds(services: BuildsParts): { readonly [K in keyof Calls]: Handler<Calls[K]> } {
  const { remembered } = services;
  return {
    project: ({ folder }) => openProject(folder),
    dockerfile: ({ folder, dockerfile }) => readDockerfile(folder, dockerfile),
    saveDockerfile,
    watchDockerfile: ({ folder, dockerfile }, emit) =>
      watchDockerfile(folder, dockerfile, emit, services.log),
    remembered: ({ folder }) => remembered.get(folder),
    run: {
      title: ({ imageName }) => say('jobTitles.build', { name: imageName }),
      async run(options, run) {
        // Worth having, but not worth a build.
        await remembered.keep(options).catch((error: unknown) => {
          services.log(`how ${options.folder} is built could not be remembered`, error);
        });
        // What speaks with BuildKit is large, and no start needs it.
        const { runBuild } = await import('./build.js');
        const build = (watched: typeof run) => runBuild(services, options, watched);
        return observed(services.observers ?? [], options, run, build, services.log);
      },
    },
  };
}
