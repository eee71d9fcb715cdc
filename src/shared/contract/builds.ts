/** Builds: a project folder, how it would be built, and the build itself. */
import { z } from 'zod';
import type { Failure } from '../failure.js';
import { buildProgress } from '../build-progress.js';
import { buildOptions, type BuildOptions } from './build-options.js';
import { job, request, stream } from './define.js';

export type Project = {
  readonly folder: string;
  /** The folder's own name. */
  readonly title: string;
  /** An image name made from the folder's, valid as it is. */
  readonly imageName: string;
  /** Dockerfiles found, relative to the folder, likeliest first. */
  readonly dockerfiles: readonly string[];
  /** The ignore file that counts for the first of them, relative to the folder. */
  readonly ignoreFile: string | null;
};

export type DockerfileText = {
  /** In the project folder, with slashes. */
  readonly path: string;
  readonly text: string;
  /** A name for just these bytes. */
  readonly revision: string;
  /** Whether the text is all of the file: bytes that are no UTF-8 would be lost in saving it. */
  readonly isWhole: boolean;
  readonly stages: readonly string[];
  readonly arguments: readonly { readonly name: string; readonly value: string | null }[];
};

/** What became of the file: another text, or nothing that can be read. */
export type DockerfileChange =
  | { readonly type: 'text'; readonly source: DockerfileText }
  | { readonly type: 'gone'; readonly failure: Failure };

export type BuildOutcome = {
  readonly imageId: string;
  readonly references: readonly string[];
  readonly contextBytes: number;
};

/** No Dockerfile is larger. */
export const MAX_DOCKERFILE_BYTES = 2 * 1024 * 1024;

const folder = z.string().min(1).max(4096);
const dockerfile = z.string().min(1).max(4096);

export const builds = {
  project: request(() => z.object({ folder })).gives<Project>(),
  dockerfile: request(() => z.object({ folder, dockerfile })).gives<DockerfileText>(),
  /**
   * Writes the file anew, in one step and with its mode kept. `conflict` when it isn't `revision` any more; null stands for a
   * file that is gone.
   */
  saveDockerfile: request(() =>
    z.object({
      folder,
      dockerfile,
      text: z.string().max(MAX_DOCKERFILE_BYTES),
      revision: z.string().max(64).nullable(),
    }),
  ).gives<DockerfileText>(),
  /** Tells of each change of the file, whoever made it. */
  watchDockerfile: stream(() => z.object({ folder, dockerfile })).of<DockerfileChange>(),
  /** How the project was last built; null when it wasn't. */
  remembered: request(() => z.object({ folder })).gives<BuildOptions | null>(),
  run: job(() => buildOptions, buildProgress).gives<BuildOutcome>(),
};
