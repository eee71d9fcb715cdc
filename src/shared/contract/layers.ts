/** Layers from the inside: the files that each of them adds, changes and removes. */
import { z } from 'zod';
import type { Failure } from '../failure.js';
import type { ImageDetail } from './images.js';
import { job, request, stream, type Progress } from './define.js';

/** More layers than an image can have. */
const MOST_LAYERS = 1024;
/** More folders than anybody unfolds by hand. */
const MOST_OPEN = 5000;
/** More rows than a screen shows at once, with what stands just outside of it. */
const MOST_ROWS = 1000;

export type LayersProgress = {
  /** `preparing`: the engine gathers the image before it sends the first byte. `fetching`: a registry sends layers. */
  readonly phase: 'preparing' | 'fetching' | 'reading' | 'done';
  /** Bytes read so far. */
  readonly bytes: number;
  /** Bytes to read; null while nobody knows. An engine's is an estimate by the image's size. */
  readonly total: number | null;
  /** Files and folders found so far, over all layers. */
  readonly entries: number;
};

/** Each report is the whole state. */
const layersProgress: Progress<LayersProgress, LayersProgress> = {
  initial: () => ({ phase: 'preparing', bytes: 0, total: null, entries: 0 }),
  reduce: (_, step) => step,
};

/** An image whose layers can be looked into from now on. */
export type IndexedImage = {
  /** As the archive or engine names it; empty: untagged. */
  readonly references: readonly string[];
  /** DiffIDs, base first: what `layers.tree` and `layers.efficiency` are asked with. */
  readonly layers: readonly string[];
  /** What its own configuration says of it; null for an engine's image, which the engine tells of. */
  readonly detail: ImageDetail | null;
};

export type FileKind = 'file' | 'folder' | 'link' | 'device' | 'pipe';

/** What the uppermost layer that was asked about did to an entry. */
export type FileMark = 'added' | 'changed' | 'removed' | 'same';

export type FileRow = {
  /** What `layers.tree` is asked with: no slash in front, '' is the root. Bytes that are no UTF-8 are lone surrogates. */
  readonly path: string;
  /** How many folders it stands in below the root that was asked about; 0 with a filter. */
  readonly depth: number;
  /** Which of all rows is the folder that it stands in; -1 below the root, and with a filter. */
  readonly parent: number;
  /** Whether its entries follow. */
  readonly open: boolean;
  /** For people: bytes that are no UTF-8 are written `\xE9`, control characters likewise. */
  readonly name: string;
  /** For people: the folder that it stands in, with a filter; '' without one, and below the root. */
  readonly folder: string;
  readonly kind: FileKind;
  readonly mark: FileMark;
  /** Bytes; of a folder those of the files below that are shown with it, each hard-linked file once. Removed files count in removed folders only. */
  readonly size: number;
  /** Permission bits with setuid, setgid and sticky. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Seconds since 1970. */
  readonly modified: number;
  /** Where a symbolic link points to, or which name a hard link was made of; null for anything else. */
  readonly target: string | null;
  readonly hardLink: boolean;
  /** Which of the layers that were asked with (0 is the base) this comes from. */
  readonly layer: number;
  /** Entries in a folder, as shown with the same question. */
  readonly children: number;
};

export type FilePage = {
  /** All rows that there are, of which `rows` is the window. */
  readonly total: number;
  readonly rows: readonly FileRow[];
};

/** A path of which dead copies remain in the image. */
export type WastedPath = {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  /** Which layers hold them. 0 is the base. */
  readonly copies: readonly { readonly layer: number; readonly bytes: number }[];
};

export type Efficiency = {
  /** Bytes of files in the final file system. */
  readonly visible: number;
  /** Bytes of files in all layers. */
  readonly total: number;
  /** `visible / total`; 1 when there is nothing. */
  readonly efficiency: number;
  /** `total - visible`. */
  readonly wasted: number;
  /** How many paths there are; `paths` holds the 1,000 largest, largest first. */
  readonly wastedPaths: number;
  readonly paths: readonly WastedPath[];
};

/** A file's content, or what of it can be shown. */
export type FileContent =
  | { readonly kind: 'text'; readonly text: string; readonly size: number; readonly isWhole: boolean }
  | {
      readonly kind: 'picture';
      /** `image/png`, by what the bytes are. */
      readonly type: string;
      readonly bytes: Uint8Array;
      readonly size: number;
    }
  /** A picture that is too large to be shown. */
  | { readonly kind: 'large'; readonly size: number }
  | { readonly kind: 'binary'; readonly size: number };

/** First how far the reading has come, then what it came to. */
export type ContentUpdate =
  | { readonly type: 'progress'; readonly progress: LayersProgress }
  | { readonly type: 'content'; readonly content: FileContent }
  | { readonly type: 'failed'; readonly failure: Failure };

export type SkippedEntry = {
  /** For people. */
  readonly name: string;
  /** A link that leads out of what is saved; a device or pipe; a link that the system would not make. */
  readonly why: 'leads-out' | 'no-file' | 'refused';
};

export type TakenFiles = {
  /** What was written: a file or a folder. */
  readonly target: string;
  readonly files: number;
  readonly bytes: number;
  readonly skipped: readonly SkippedEntry[];
  readonly skippedCount: number;
};

export type FileChange = 'added' | 'removed' | 'changed';

/** What of an entry differs. */
export type ChangeAspect = 'kind' | 'content' | 'target' | 'mode' | 'owner';

/** An entry as one of two images has it. */
export type ComparedSide = {
  readonly kind: FileKind;
  /** Bytes; 0 for what is no file. */
  readonly size: number;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** For people: where a symbolic link points to. */
  readonly target: string | null;
  /** Which of its image's layers it comes from; 0 is the base. */
  readonly layer: number;
};

/** How much differs. `files` is all that is no folder. A file of several names counts its bytes once in each sum. */
export type ChangeTally = {
  readonly added: { readonly files: number; readonly folders: number; readonly bytes: number };
  readonly removed: { readonly files: number; readonly folders: number; readonly bytes: number };
  /** Bytes of those whose content differs, not of those with another mode or owner alone. */
  readonly changed: {
    readonly files: number;
    readonly folders: number;
    readonly bytesBefore: number;
    readonly bytesAfter: number;
  };
};

export type ComparedRow = {
  /** As in `FileRow`, like the five after it. */
  readonly path: string;
  readonly depth: number;
  readonly parent: number;
  readonly open: boolean;
  readonly name: string;
  readonly folder: string;
  /** `inside`: a folder that is the same itself, with something in it that is not. */
  readonly change: FileChange | 'inside';
  readonly aspects: readonly ChangeAspect[];
  /** Null where that image has nothing of this name. */
  readonly before: ComparedSide | null;
  readonly after: ComparedSide | null;
  /** Whether it is a folder in either. */
  readonly isFolder: boolean;
  /** Of the entry and all below it. */
  readonly tally: ChangeTally;
};

export type Comparison = {
  /** Of everything, whatever is filtered. */
  readonly tally: ChangeTally;
  /** All rows that there are, of which `rows` is the window. */
  readonly total: number;
  readonly rows: readonly ComparedRow[];
};

const stack = z
  .array(z.string().regex(/^sha256:[0-9a-f]{64}$/))
  .min(1)
  .max(MOST_LAYERS);
const path = z.string().max(4096);
const rowWindow = z.object({ start: z.int().min(0), count: z.int().min(1).max(MOST_ROWS) });

/** Where the bytes of layers are. */
export type LayerSource = z.output<typeof source>;

const source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('image'), image: z.string().min(1).max(512) }),
  /** A file of `docker save`, or an OCI layout in a tar. */
  z.object({ kind: z.literal('archive'), file: z.string().min(1).max(4096) }),
  /** A folder that is an OCI layout. */
  z.object({ kind: z.literal('layout'), folder: z.string().min(1).max(4096) }),
  /** Straight from a registry, nothing pulled. `platform`: `linux/arm64/v8`; else this machine's. */
  z.object({
    kind: z.literal('registry'),
    reference: z.string().min(1).max(512),
    platform: z.string().max(128).optional(),
  }),
]);

export const layers = {
  /** Reads what isn't known yet of an image's layers. Known layers are never read again. */
  index: job(() => z.object({ source }), layersProgress).gives<readonly IndexedImage[]>(),
  /** How many of these layers were never read. */
  known: request(() => z.object({ layers: stack })).gives<{ readonly missing: number }>(),
  /**
   * The entries below `root` after the last of `layers`, with those that it removed; below them those of the folders in
   * `open`. `only`: those alone that the last layer touched, and the folders that lead there.
   * With a `filter`, everything below the root whose name holds it (letter case aside), at whatever depth.
   * A layer that was never read: `not-found`.
   */
  tree: request(() =>
    z.object({
      layers: stack,
      only: z.boolean(),
      root: path.default(''),
      open: z.array(path).max(MOST_OPEN).default([]),
      filter: z.string().max(256).default(''),
      sort: z.enum(['name', 'size', 'modified']).default('name'),
      window: rowWindow,
    }),
  ).gives<FilePage>(),
  efficiency: request(() => z.object({ layers: stack })).gives<Efficiency>(),
  /**
   * What of the files after the last layer of `after` is not as after the last one of `before`, as a tree like `tree`'s of the
   * entries that differ. A time alone is no difference. A layer that was never read: `not-found`.
   */
  compare: request(() =>
    z.object({
      before: stack,
      after: stack,
      open: z.array(path).max(MOST_OPEN).default([]),
      filter: z.string().max(256).default(''),
      changes: z
        .array(z.enum(['added', 'removed', 'changed']))
        .min(1)
        .max(3)
        .default(['added', 'removed', 'changed']),
      sort: z.enum(['name', 'size']).default('name'),
      window: rowWindow,
    }),
  ).gives<Comparison>(),
  /** A file as it stands after the last of `layers`, or the copy that the last one removed. A folder: `invalid-input`. */
  content: stream(() => z.object({ source, layers: stack, path })).of<ContentUpdate>(),
  /** Asks the user where to save an entry called `name`; null when they don't want to. */
  chooseTarget: request(() => z.object({ name: z.string().max(4096), isFolder: z.boolean() })).gives<
    string | null
  >(),
  /** Saves a file or folder at a place that `chooseTarget` gave. `only`: what the last layer touched. */
  take: job(
    () => z.object({ source, layers: stack, path, only: z.boolean(), target: z.string().max(4096) }),
    layersProgress,
  ).gives<TakenFiles>(),
};
