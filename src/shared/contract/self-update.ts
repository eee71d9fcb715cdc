/** Newer versions of Strata itself: looked for, downloaded and installed, each only as far as the user wants it. */
import { z } from 'zod';
import type { Failure } from '../failure.js';
import { event, job, request, type Progress } from './define.js';

/** `beta` has what will be stable later, and every stable release besides. */
export const updateChannels = ['stable', 'beta'] as const;
export type UpdateChannel = (typeof updateChannels)[number];

/** A release as its signed update file tells of it. */
export type Release = {
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly releasedAt: number;
  /** Plain text. */
  readonly notes: string | null;
  /** Of the package for this system, in bytes. */
  readonly size: number;
};

export type NewestRelease = Pick<Release, 'version' | 'releasedAt'>;

/** What is known of the chosen channel. */
export type UpdateFinding =
  /** Not asked in this run. */
  | { readonly type: 'unknown' }
  | { readonly type: 'looking' }
  /** What runs is the channel's newest. */
  | { readonly type: 'current'; readonly newest: NewestRelease }
  /** What runs is newer than the channel's newest, which is never installed over it. */
  | { readonly type: 'ahead'; readonly newest: NewestRelease }
  | { readonly type: 'found'; readonly release: Release }
  /** Downloaded, and held against what was signed. */
  | { readonly type: 'ready'; readonly release: Release }
  | { readonly type: 'failed'; readonly failure: Failure };

/** `noFeed`: none was built in; `folder`: unpacked by hand; `foreign`: a machine of somebody else. */
export type WhyNoUpdates = 'noFeed' | 'folder' | 'foreign';

export type SelfUpdateState = {
  readonly version: string;
  /** Why this package doesn't update itself; null where it does. */
  readonly cannot: WhyNoUpdates | null;
  readonly finding: UpdateFinding;
  /** When the channel was last asked, in this run or an earlier one: milliseconds since 1970. */
  readonly lookedAt: number | null;
  /** The download that runs. */
  readonly job: string | null;
  /** What an installation before this start came to, when it came to nothing. */
  readonly notInstalled: Failure | null;
};

export type DownloadProgress = { readonly bytes: number; readonly total: number };

const downloadProgress: Progress<DownloadProgress, DownloadProgress> = {
  initial: () => ({ bytes: 0, total: 0 }),
  reduce: (_state, step) => step,
};

export const selfUpdate = {
  state: request(() => z.void()).gives<SelfUpdateState>(),
  /** Asks the channel now. What it came to is the state's finding. */
  look: request(() => z.void()).gives<SelfUpdateState>(),
  /** Downloads what was found, if it is still this version. */
  download: job(() => z.object({ version: z.string().min(1).max(40) }), downloadProgress).gives<Release>(),
  /** Quits as always, installs what was downloaded, and starts it. */
  restart: request(() => z.void()).gives<void>(),
  changed: event<SelfUpdateState>(),
};
