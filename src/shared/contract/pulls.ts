/** Before a pull: which tags there are, for which platforms, and how much of it would travel. */
import { z } from 'zod';
import type { Failure } from '../failure.js';
import { stream } from './define.js';

export type PullTagsUpdate =
  /** One page, as the registry orders it. */
  | { readonly type: 'tags'; readonly tags: readonly string[] }
  /** `isAll`: false where there are more tags than are read. */
  | { readonly type: 'end'; readonly isAll: boolean }
  /** The registry doesn't list them. A pull may succeed all the same. */
  | { readonly type: 'failed'; readonly failure: Failure };

export type OfferedLayer = {
  /** Of the compressed layer. */
  readonly digest: string;
  /** On the wire. */
  readonly bytes: number;
  /** An image of this engine has it, on the same layers below. */
  readonly isHere: boolean;
};

export type OfferedImage = {
  /** `linux/arm64/v8`. */
  readonly platform: string;
  /** Base first. */
  readonly layers: readonly OfferedLayer[];
  /** Of all layers; each counts once. */
  readonly bytes: number;
  /** Of those that aren't here. */
  readonly missing: number;
};

export type PullOffer = {
  /** In full, as people write it. */
  readonly reference: string;
  /** Of what the name stands for in the registry: an index, where there are several platforms. */
  readonly digest: string;
  /** `linux/amd64`: what the engine takes when nothing else is asked for. */
  readonly engine: string;
  /** All that the registry has. `isEngines`: the one that the engine takes by itself. */
  readonly platforms: readonly { readonly name: string; readonly isEngines: boolean }[];
  /** What would be pulled; null where there is none for the platform. */
  readonly image: OfferedImage | null;
  /** What the name stands for here; null: nothing yet. */
  readonly now: { readonly id: string; readonly isSame: boolean } | null;
};

export type PullOfferUpdate =
  | { readonly type: 'offer'; readonly offer: PullOffer }
  /** The registry can't be asked from here. A pull may succeed all the same. */
  | { readonly type: 'failed'; readonly failure: Failure };

const name = z.string().min(1).max(512);

/** `linux/amd64`, `linux/arm/v7`. */
export const platformName = z
  .string()
  .regex(/^[a-z0-9_.-]{1,40}\/[a-z0-9_.-]{1,40}(?:\/[a-z0-9_.-]{1,40})?$/i);

export const pulls = {
  /** The tags of the repository that `reference` names, page by page, until somebody leaves. */
  tags: stream(() => z.object({ reference: name })).of<PullTagsUpdate>(),
  /** What a pull of `reference` would bring; for the engine's own platform unless another is named. */
  offer: stream(() => z.object({ reference: name, platform: platformName.optional() })).of<PullOfferUpdate>(),
};
