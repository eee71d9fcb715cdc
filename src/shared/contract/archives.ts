/** Archives: images as files on disk, saved by the engine and loaded into it, and root filesystems that become images. */
import { z } from 'zod';
import { job, request, type Progress } from './define.js';

export type ArchiveProgress = {
  /**
   * `preparing`: the engine gathers what it will send, or nothing was sent yet. `moving`: bytes are on their way.
   * `finishing`: all bytes are there, and the engine or the disk works on them.
   */
  readonly phase: 'preparing' | 'moving' | 'finishing';
  /** Of the archive, before it is compressed on the way out; of the file on the way in. */
  readonly bytes: number;
  /** When saving, an estimate by the sizes of the images' layers. */
  readonly total: number | null;
};

/** Each report is the whole state. */
const archiveProgress: Progress<ArchiveProgress, ArchiveProgress> = {
  initial: () => ({ phase: 'preparing', bytes: 0, total: null }),
  reduce: (_, step) => step,
};

export type SavedArchive = {
  readonly file: string;
  /** Of the file, as it lies on disk. */
  readonly bytes: number;
  readonly images: readonly string[];
};

/** An image that an archive holds. */
export type ArchivedName = {
  readonly reference: string;
  /** The image that it stands for in the archive; null where only loading tells. */
  readonly image: string | null;
  /** The image that it stands for on the engine now; null: none. */
  readonly now: string | null;
};

/** What a file is, without loading it. */
export type ArchiveContents = {
  readonly file: string;
  readonly bytes: number;
  /**
   * `compressed`: what it holds shows only once it is unpacked. `layout`: an OCI layout, and `file` is its folder; engines load
   * only archives of one.
   */
  readonly kind: 'images' | 'filesystem' | 'compressed' | 'layout';
  readonly names: readonly ArchivedName[];
  /** How many of its images have no name. */
  readonly unnamed: number;
};

export type LoadedArchive = {
  /** Sorted. `before`: the other image that the name stood for. */
  readonly names: readonly {
    readonly reference: string;
    readonly image: string;
    readonly before: string | null;
  }[];
  /** Images that came without a name, by id. */
  readonly unnamed: readonly string[];
  /** The engine's own words, the last of them. */
  readonly words: readonly string[];
};

const name = z.string().min(1).max(512);
const file = z.string().min(1).max(4096);
/** More in one archive is nobody's wish. */
const MOST_IMAGES = 1000;

export const archives = {
  /** Asks the user where to save; null when they don't want to. A name that ends in `.gz` or `.tgz` stands for a compressed one. */
  chooseTarget: request(() => z.object({ name: z.string().max(512) })).gives<string | null>(),
  /** Asks the user for an archive; null when they don't want one. */
  chooseSource: request(() => z.void()).gives<string | null>(),
  /** Reads what a file is, or a folder that may be an OCI layout. Neither that nor an archive: `invalid-input`. */
  contents: request(() => z.object({ file })).gives<ArchiveContents>(),
  /** Saves images, by name or id, at a place that `chooseTarget` gave. The file is there whole or not at all. */
  save: job(
    () => z.object({ images: z.array(name).min(1).max(MOST_IMAGES), file }),
    archiveProgress,
  ).gives<SavedArchive>(),
  load: job(() => z.object({ file }), archiveProgress).gives<LoadedArchive>(),
  /**
   * Makes a root filesystem an image of one layer. `changes` are lines of a Dockerfile: `CMD ["sh"]`. A `reference` that
   * stands for an image already is a `conflict`, unless `move` is set.
   */
  import: job(
    () =>
      z.object({
        file,
        reference: name,
        changes: z.array(z.string().min(1).max(4096)).max(100),
        move: z.boolean(),
      }),
    archiveProgress,
  ).gives<LoadedArchive>(),
};
