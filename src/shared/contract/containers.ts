/** Containers of an image: one writable layer each, what was written there, and an image made of it. */
import { z } from 'zod';
import { event, request } from './define.js';

export type ContainerState =
  'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead' | 'unknown';

export type ImageContainer = {
  readonly id: string;
  readonly name: string;
  readonly state: ContainerState;
  /** Milliseconds since 1970. */
  readonly created: number;
  /** What it runs, in the engine's words. */
  readonly command: string;
  /** `127.0.0.1:8080 → 80/tcp` where it is published, else `80/tcp`. */
  readonly ports: readonly string[];
};

export type ImageContainers = {
  /** Newest first, of many only the newest. */
  readonly containers: readonly ImageContainer[];
  /** How many there are in all. */
  readonly count: number;
  readonly running: number;
  /** Names of images for which the engine keeps this one, because they were built on it step by step. */
  readonly above: readonly string[];
};

/** Bytes of the container's own writable layer, and of all that it sees. Null: the engine doesn't tell. */
export type ContainerSize = { readonly written: number | null; readonly all: number | null };

export type ContainerChange = { readonly path: string; readonly kind: 'added' | 'changed' | 'removed' };

export type ContainerChanges = {
  /** As the engine orders them, of many only the first. */
  readonly changes: readonly ContainerChange[];
  /** How many there are; at least so many where `isWhole` is false. */
  readonly count: number;
  readonly isWhole: boolean;
};

const name = z.string().min(1).max(512);
const container = z.string().regex(/^[0-9a-f]{12,64}$/);

export const containers = {
  /** Of this very image, not of those that stand on it. */
  of: request(() => z.object({ image: name })).gives<ImageContainers>(),
  /** Walks the writable layer: takes a while for a large one. */
  size: request(() => z.object({ container })).gives<ContainerSize>(),
  changes: request(() => z.object({ container })).gives<ContainerChanges>(),
  /**
   * Makes an image of what the container has written, and points `reference` at it. When that points elsewhere already
   * the answer is `conflict`, saying where, unless `move` is set.
   */
  commit: request(() =>
    z.object({
      container,
      reference: name,
      message: z.string().max(2_000),
      /** Holds the container's processes meanwhile, so that no file is read half written. */
      pause: z.boolean(),
      move: z.boolean(),
    }),
  ).gives<{ readonly id: string; readonly reference: string }>(),
  /** Something of a container is new; null: of any. */
  changed: event<{ readonly container: string | null }>(),
};
