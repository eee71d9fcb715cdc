/** Builds: a project folder, how it would be built, and the build itself. */
import { z } from 'zod';
import { buildProgress } from '../build-progress.js';
import { buildOptions, type BuildOptions } from './build-options.js';
import { job, request } from './define.js';

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
  readonly path: string;
  readonly text: string;
  readonly stages: readonly string[];
  readonly arguments: readonly { readonly name: string; readonly value: string | null }[];
};

export type BuildOutcome = {
  readonly imageId: string;
  readonly references: readonly string[];
  readonly contextBytes: number;
};

const folder = z.string().min(1).max(4096);
const dockerfile = z.string().min(1).max(4096);

export const builds = {
  project: request(z.object({ folder })).gives<Project>(),
  dockerfile: request(z.object({ folder, dockerfile })).gives<DockerfileText>(),
  /** How the project was last built; null when it wasn't. */
  remembered: request(z.object({ folder })).gives<BuildOptions | null>(),
  run: job(buildOptions, buildProgress).gives<BuildOutcome>(),
};
