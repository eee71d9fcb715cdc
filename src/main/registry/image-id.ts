/** Which image a name stands for in the engine. */
import type Docker from 'dockerode';
import { engineFailure } from '../engine/index.js';
import { FailureError } from '../../shared/failure.js';

/** `sha256:…`; null when the engine has no such image. @throws FailureError headed `title` when it can't say */
export async function findImageId(docker: Docker, name: string, title: string): Promise<string | null> {
  try {
    const { Id } = await docker.getImage(name).inspect();
    return Id;
  } catch (error) {
    if (isNotFound(error)) return null;
    throw new FailureError(engineFailure(error, { title }));
  }
}

const isNotFound = (error: unknown): boolean =>
  error instanceof Error && 'statusCode' in error && error.statusCode === 404;
