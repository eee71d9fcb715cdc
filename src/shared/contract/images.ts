/** Images: what there is, and what each is made of. Their tags have a file of their own. */
import { z } from 'zod';
import { event, job, request } from './define.js';
import { transferProgress } from '../transfer.js';
import { platformName } from './pulls.js';

/** What tells one image from another, wherever it is told of. */
export type ImageIdentity = {
  /** `sha256:…`, the digest of the image's configuration. */
  readonly id: string;
  /** Familiar references, sorted: `alpine:3.20`. Empty: untagged. */
  readonly references: readonly string[];
  /** `name@sha256:…` for each registry it came from or went to. */
  readonly digests: readonly string[];
  /** Bytes of all layers. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly created: number;
};

/** An image as the list tells of it. */
export type ImageSummary = ImageIdentity & {
  readonly labels: readonly { readonly name: string; readonly value: string }[];
  /** Bytes of the layers that other images stand on, too; null where the engine doesn't tell with its list. */
  readonly sharedSize: number | null;
  /** `linux/amd64`, of what is here. Empty where the engine's list doesn't tell: see `traits`. */
  readonly platforms: readonly string[];
  /** The containers that were made from it; null where the engine doesn't tell. */
  readonly containers: ImageContainers | null;
};

export type ImageContainers = {
  readonly count: number;
  /** Of the first few, sorted. */
  readonly names: readonly string[];
};

/** What only a look at the image itself tells. It never changes. */
export type ImageTraits = {
  readonly id: string;
  /** `linux/arm64/v8`. */
  readonly platform: string;
  /** DiffIDs, base first. */
  readonly layers: readonly string[];
};

/** So many images are looked at in one request. */
export const MOST_TRAITS = 256;

/** What changed in the list since the last answer or event. */
export type ImagesChange = {
  readonly upserted: readonly ImageSummary[];
  readonly removed: readonly string[];
};

/** One row of an image's history. A row without a DiffID changed settings only and stored nothing. */
export type ImageStep = {
  /** 0 is the base. */
  readonly index: number;
  readonly diffId: string | null;
  /** The instruction in a Dockerfile's words: `RUN apk add tini`, never `/bin/sh -c #(nop) …`. */
  readonly instruction: string;
  /** As the engine stores it. */
  readonly createdBy: string;
  readonly comment: string;
  readonly created: number;
  /** Bytes that the layer adds. */
  readonly size: number;
};

/** A health check as it runs, with the engine's own times where the image names none. Times in milliseconds. */
export type HealthCheck = {
  /** As moby keeps it: `CMD-SHELL` and a line, `CMD` and words, or `NONE`. */
  readonly test: readonly string[];
  readonly interval: number;
  readonly timeout: number;
  readonly startPeriod: number;
  readonly retries: number;
};

export type ImageSettings = {
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly environment: readonly { readonly name: string; readonly value: string }[];
  readonly workingDirectory: string;
  readonly user: string;
  /** `80/tcp`. */
  readonly ports: readonly string[];
  readonly volumes: readonly string[];
  readonly labels: readonly { readonly name: string; readonly value: string }[];
  readonly stopSignal: string;
  readonly shell: readonly string[];
  readonly onBuild: readonly string[];
  /** Null: the image has none, nor switches one off. */
  readonly healthcheck: HealthCheck | null;
};

export type ImageDetail = ImageIdentity & {
  readonly os: string;
  readonly architecture: string;
  readonly author: string;
  /** Base first. */
  readonly steps: readonly ImageStep[];
  readonly settings: ImageSettings;
  /** The engine's own inspect answer, as indented JSON. */
  readonly raw: string;
};

/** For each DiffID of an image, the other images that stand on the same layer (a reference or short id each). */
export type LayerSharing = Readonly<Record<string, readonly string[]>>;

/** The image that another one stands on, as far as images of this engine tell: it has all of its layers, at the bottom. */
export type BaseImage = {
  readonly id: string;
  /** References, or a short id. Several images can have the very same layers. */
  readonly names: readonly string[];
  /** How many layers it has. */
  readonly layers: number;
};

export type RemovedImage = { readonly untagged: readonly string[]; readonly deleted: readonly string[] };

const name = z.string().min(1).max(512);

export const images = {
  list: request(() => z.void()).gives<readonly ImageSummary[]>(),
  /** Images that are gone are left out. */
  traits: request(() => z.object({ images: z.array(name).max(MOST_TRAITS) })).gives<readonly ImageTraits[]>(),
  inspect: request(() => z.object({ image: name })).gives<ImageDetail>(),
  sharing: request(() => z.object({ image: name })).gives<LayerSharing>(),
  /** The largest image that it stands on; null when there is none here. */
  base: request(() => z.object({ image: name })).gives<BaseImage | null>(),
  /** Removes the image with all of its tags. In use by a container: `conflict`, naming it. */
  remove: request(() => z.object({ image: name })).gives<RemovedImage>(),
  /** For the engine's own platform unless another is named. */
  pull: job(() => z.object({ reference: name, platform: platformName.optional() }), transferProgress).gives<{
    readonly reference: string;
    readonly digest: string | null;
    /** Whether the name stands for another image than before, or for one at all. */
    readonly newer: boolean;
    /** The id of the image that it stood for before; null: none. */
    readonly before: string | null;
    /** Whether that image is still there, without any name. */
    readonly leftUntagged: boolean;
    /** Of what is here now: `linux/amd64`. */
    readonly platform: string;
  }>(),
  changed: event<ImagesChange>(),
};
