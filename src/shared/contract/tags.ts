/** Tags: which image each points at, how they are pointed elsewhere, and the moves that were seen. */
import { z } from 'zod';
import { event, request } from './define.js';
import type { RemovedImage } from './images.js';

/**
 * What moved a tag: this window, a build of it, the engine's own event, or unknown. `unseen`: found out later, by
 * comparing with what was seen last.
 */
export const moveCauses = [
  'strata',
  'build',
  'pull',
  'load',
  'import',
  'tag',
  'removal',
  'unseen',
  'unknown',
] as const;
export type MoveCause = (typeof moveCauses)[number];

/** A tag that came (`from` null), moved, or went (`to` null). */
export type TagMove = {
  readonly reference: string;
  /** Image ids. */
  readonly from: string | null;
  readonly to: string | null;
  /** When it was seen, in milliseconds since 1970. */
  readonly at: number;
  readonly by: MoveCause;
};

export type Tag = {
  /** Familiar: `app:1`. */
  readonly reference: string;
  /** `name@sha256:…` under which the registry of this name knows the image; null: none that is known here. */
  readonly pinned: string | null;
  /** When it was seen to come here, in milliseconds since 1970; null: it was not seen. */
  readonly since: number | null;
};

/** What becomes of an image when its last tag is removed, with names of what decides that. */
export type LastTagFate =
  | { readonly kind: 'goes' }
  /** Left untagged: other images, or names by digest, keep it. */
  | { readonly kind: 'stays'; readonly because: readonly string[] }
  /** The engine refuses, for these containers. */
  | { readonly kind: 'refused'; readonly containers: readonly string[] };

export type TagList = {
  readonly id: string;
  /** Sorted by reference. */
  readonly tags: readonly Tag[];
  readonly lastTag: LastTagFate;
};

/** The image that a tag was taken from. */
export type LeftImage = {
  readonly id: string;
  /** The names that it still has. */
  readonly references: readonly string[];
  readonly isThere: boolean;
};

export type TagHistory = {
  /** Newest first, of many only the newest. */
  readonly moves: readonly TagMove[];
  /** Lines that could not be read when Strata started, and the file that they are kept in. */
  readonly setAside: { readonly lines: number; readonly file: string } | null;
};

const name = z.string().min(1).max(512);
const id = z.string().min(1).max(128);

export const tags = {
  list: request(() => z.object({ image: name })).gives<TagList>(),
  /** Points a name at `image`. `conflict` when it points to another one. */
  add: request(() => z.object({ image: name, reference: name })).gives<{ readonly reference: string }>(),
  /** Points a name from the image `from` to `image`. `conflict` when it points elsewhere than to `from` by now. */
  move: request(() => z.object({ image: name, reference: name, from: id })).gives<{
    readonly reference: string;
    readonly left: LeftImage;
  }>(),
  /**
   * Gives the image the name `to` in place of `reference`: both happen, or neither. `replaces` is the image that `to` is
   * taken from; null: `conflict` when there is one.
   */
  rename: request(() => z.object({ image: id, reference: name, to: name, replaces: id.nullable() })).gives<{
    readonly reference: string;
    readonly left: LeftImage | null;
  }>(),
  /** Takes a name from `image`. `conflict` when it points elsewhere by now. */
  remove: request(() => z.object({ image: id, reference: name })).gives<
    RemovedImage & { readonly imageStays: boolean }
  >(),
  /** Moves of every name that the image has, or had. */
  history: request(() => z.object({ image: id })).gives<TagHistory>(),
  /** Forgets the moves of all tags. */
  clear: request(() => z.void()).gives<void>(),
  /** Told once moves were seen; without any once they were forgotten. */
  moved: event<{ readonly moves: readonly TagMove[] }>(),
};
