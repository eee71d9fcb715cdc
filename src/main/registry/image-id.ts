/** Which image a name stands for in the engine. */
import type Docker from 'dockerode';
import { engineFailure } from '../engine/index.js';
import { FailureError } from '../../shared/failure.js';
import { platformNameOf } from './pull-platforms.js';

export type FoundImage = {
  /** `sha256:…` */
  readonly id: string;
  /** `linux/arm64/v8`. */
  readonly platform: string;
  /** How many tags it has. */
  readonly names: number;
};

/** Null when the engine has no such image. @throws FailureError headed `title` when it can't say */
export async function findImage(docker: Docker, name: string, title: string): Promise<FoundImage | null> {
  try {
    const inspected: Docker.ImageInspectInfo = await docker.getImage(name).inspect();
    const { Id: id, Os: os, Architecture: architecture, Variant: variant, RepoTags: tags } = inspected;
    return {
      id,
      platform: platformNameOf({ os, architecture, variant }),
      // Podman, unlike docker, may leave it out.
      names: Array.isArray(tags) ? tags.length : 0,
    };
  } catch (error) {
    if (isNotFound(error)) return null;
    throw new FailureError(engineFailure(error, { title }));
  }
}

/** `sha256:…`; null when the engine has no such image. @throws FailureError headed `title` when it can't say */
export const findImageId = async (docker: Docker, name: string, title: string): Promise<string | null> =>
  (await findImage(docker, name, title))?.id ?? null;

const isNotFound = (error: unknown): boolean =>
  error instanceof Error && 'statusCode' in error && error.statusCode === 404;
