/** Builds: a project folder, how it would be built, and the build itself. */
import type { builds } from '../../shared/contract/builds.js';
import type { Handler } from '../../shared/contract/define.js';
import { runBuild, type BuildServices } from './build.js';
import { openProject, readDockerfile } from './project.js';

type Calls = typeof builds;

/** The contract's answers about builds. */
export function createBuilds(services: BuildServices): { readonly [K in keyof Calls]: Handler<Calls[K]> } {
  return {
    project: ({ folder }) => openProject(folder),
    dockerfile: ({ folder, dockerfile }) => readDockerfile(folder, dockerfile),
    run: {
      title: ({ imageName }) => `Build ${imageName}`,
      run: (options, run) => runBuild(services, options, run),
    },
  };
}
