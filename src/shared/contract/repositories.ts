/** What registries hold, looked at without pulling: repositories, tags, and the images that tags stand for. */
import { z } from 'zod';
import { request } from './define.js';
import type { ImageDetail } from './images.js';

export type NamePage = {
  readonly names: readonly string[];
  /** Asks for the names after these; null when there are none. */
  readonly next: string | null;
};

/** What a tag stands for in its registry. */
export type RemoteTag = {
  readonly digest: string;
  readonly mediaType: string;
  /** `linux/arm64/v8`, each once; what attests to an image is left out. */
  readonly platforms: readonly string[];
  /** Compressed bytes of the layers, of this machine's platform or the first; null where it is no image. */
  readonly size: number | null;
  /** Milliseconds since 1970; null where the image doesn't say. */
  readonly created: number | null;
};

export type RemoteImage = {
  /** As people write it. */
  readonly reference: string;
  readonly tag: RemoteTag;
  /** Of the platform that was asked for. Sizes are those of compressed layers. */
  readonly platform: string;
  readonly detail: ImageDetail;
};

/** What deleting a tag takes with it: registries delete digests, and so every tag that stands for one. */
export type DeletePreview = {
  readonly digest: string;
  /** Sorted; the one that was asked about is among them. */
  readonly tags: readonly string[];
  /** Whether there were more tags than are looked at. */
  readonly isPartial: boolean;
};

const registry = z.string().trim().min(1).max(255);
const repository = z.string().min(1).max(255);
const word = z.string().min(1).max(256);
const mark = z.string().max(2048).optional();

export const repositories = {
  /** A registry that doesn't list its repositories: `denied`, `auth-required` or `not-found`. */
  list: request(() => z.object({ registry, after: mark })).gives<NamePage>(),
  tags: request(() => z.object({ registry, repository, after: mark })).gives<NamePage>(),
  tag: request(() => z.object({ registry, repository, tag: word })).gives<RemoteTag>(),
  /** `reference` is a tag or digest; `platform` one of its platforms. */
  image: request(() =>
    z.object({ registry, repository, reference: word, platform: z.string().max(128).optional() }),
  ).gives<RemoteImage>(),
  /** Makes `to` stand for what `from` stands for. `conflict` when `to` stands for something else, unless that is `replaces`. */
  copyTag: request(() =>
    z.object({ registry, repository, from: word, to: word, replaces: z.string().max(256).nullable() }),
  ).gives<{ readonly digest: string }>(),
  deletePreview: request(() => z.object({ registry, repository, tag: word })).gives<DeletePreview>(),
  /** Deletes a digest with all its tags. `conflict` when other tags stand for it by now than those that were told. */
  delete: request(() =>
    z.object({ registry, repository, digest: word, tags: z.array(word).max(1000) }),
  ).gives<void>(),
};
