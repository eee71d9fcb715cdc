/** The engine's disk: what takes space, which layers stand under which images, and cleaning up. */
import { z } from 'zod';
import { event, job, request, type Progress } from './define.js';

/** A layer upon those below it. Layers are stored once per chain, so the same files upon another base are another one. */
export type DiskLayer = {
  /** Where the layer below stands in `DiskUsage.layers`, always before this one; -1 for a base. */
  readonly below: number;
  readonly diffId: string;
  readonly bytes: number;
  /** The instruction that made it, as one of the images records it; long ones are cut. */
  readonly instruction: string;
};

export type DiskImage = {
  readonly id: string;
  /** Familiar references, sorted. Empty: untagged. */
  readonly references: readonly string[];
  /** Whether a registry's digest still names it, so that it isn't dangling without a tag. */
  readonly hasDigest: boolean;
  /** Bytes of all layers. */
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly created: number;
  /** When it was created, pulled or tagged, whichever came last. Engines record no other use. Milliseconds since 1970. */
  readonly touched: number;
  /** Its topmost layer in `DiskUsage.layers`; -1 for none. */
  readonly top: number;
  /** The containers that were made from it, running or not, by name. */
  readonly containers: readonly string[];
};

export type DiskContainer = {
  readonly id: string;
  readonly name: string;
  /** Bytes of its writable layer. */
  readonly bytes: number;
  readonly running: boolean;
  /** The topmost layer that it stands on; -1 when that isn't known. */
  readonly top: number;
};

export type DiskVolume = {
  readonly name: string;
  /** Bytes; null where the engine can't tell, as for a plugin's volume. */
  readonly bytes: number | null;
  readonly containers: number;
};

export type DiskCacheRecord = {
  readonly id: string;
  /** Records that it builds on. They go only after it. */
  readonly parents: readonly string[];
  /** What the builder did: `RUN apk add tini`. */
  readonly name: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly lastUsed: number;
  /** A build is using it right now. */
  readonly inUse: boolean;
  /** Some image stands on the same layer: its bytes are counted there. */
  readonly shared: boolean;
  /** That layer; null where it can't be told. */
  readonly top: number | null;
};

/** One measurement. Which layers there are, and who holds each. */
export type DiskUsage = {
  /** When it was taken, in milliseconds since 1970. */
  readonly measuredAt: number;
  readonly layers: readonly DiskLayer[];
  readonly images: readonly DiskImage[];
  readonly containers: readonly DiskContainer[];
  readonly volumes: readonly DiskVolume[];
  readonly cache: readonly DiskCacheRecord[];
};

/** `current` of `total` things done; `total` is null while the engine itself adds up, and nobody knows how long. */
export type DiskProgress = { readonly current: number; readonly total: number | null; readonly what: string };

const wholeState: Progress<DiskProgress, DiskProgress> = {
  initial: () => ({ current: 0, total: null, what: '' }),
  reduce: (_, step) => step,
};

/** What became of one thing that was to go. */
export type CleanUpRow = {
  /** A reference, a short image id, or what a cache record did. */
  readonly name: string;
  readonly result:
    | { readonly kind: 'removed' }
    /** Its name is gone; the image stays, as `why` tells, and could be named again by `images.tag`. */
    | { readonly kind: 'untagged'; readonly image: string; readonly why: string }
    | { readonly kind: 'refused'; readonly why: string };
};

export type CleanUpReport = {
  readonly rows: readonly CleanUpRow[];
  /** Bytes that no image, container or cache record holds any more. */
  readonly freed: number;
  /** It was cancelled: what isn't among the rows was not touched. */
  readonly cancelled: boolean;
};

const id = z.string().min(1).max(512);
const MOST = 100_000;

/** What is to go. A tag goes only while it points at `image`. */
const cleanUp = z.object({
  tags: z.array(z.object({ reference: id, image: id })).max(MOST),
  /** Untagged images, by id. */
  images: z.array(id).max(MOST),
  /** Records of the build cache, by id. */
  cache: z.array(z.string().regex(/^[\w-]{1,128}$/)).max(MOST),
  /** Takes images away from stopped containers, too. */
  force: z.boolean(),
});
export type CleanUp = z.output<typeof cleanUp>;

export const disk = {
  /** Asks the engine, which may take minutes on a large one. The answer is kept for `usage`. */
  measure: job(() => z.object({}), wholeState).gives<{ readonly measuredAt: number }>(),
  /** The last measurement; null when there was none since Strata was started. */
  usage: request(() => z.void()).gives<DiskUsage | null>(),
  /** Removes what is given, one by one, and goes on where the engine refuses. Needs a measurement: else `not-found`. */
  cleanUp: job(() => cleanUp, wholeState).gives<CleanUpReport>(),
  /** There is a newer measurement. */
  measured: event<{ readonly measuredAt: number }>(),
};
