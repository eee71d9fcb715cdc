/** Whether registries have newer images under the tags that are here: asked for on demand, and kept with the time. */
import { z } from 'zod';
import { event, job, request, type Progress } from './define.js';

export type UpdateState = 'newer' | 'current' | 'gone';

/** What a registry answered about one tag. It counts for as long as the tag stands for this image. */
export type UpdateCheck = {
  /** `ghcr.io/me/app:1`. */
  readonly reference: string;
  /** The image that it stood for here. */
  readonly image: string;
  /** Milliseconds since 1970. */
  readonly checkedAt: number;
  /** `gone`: the registry has no such tag any more. */
  readonly state: UpdateState;
  /** What the tag stands for in the registry; null where it is gone. */
  readonly digest: string | null;
};

export type UpdatesProgress = { readonly checked: number; readonly total: number };

export type UpdatesStep = UpdatesProgress;

const updatesProgress: Progress<UpdatesProgress, UpdatesStep> = {
  initial: () => ({ checked: 0, total: 0 }),
  reduce: (_state, step) => step,
};

export type UpdatesOutcome = {
  /** Tags that registries answered about. */
  readonly checked: number;
  /** Those that stand for another image there. */
  readonly newer: readonly string[];
  /** Tags of images that came from no registry, and went to none: there is nothing to compare them with. */
  readonly local: number;
  /** Why a registry, or a tag, was not asked to the end. */
  readonly problems: readonly { readonly of: string; readonly detail: string; readonly left: number }[];
};

/** So many tags are checked at once, and remembered. */
export const MOST_CHECKS = 5000;

export const updates = {
  list: request(() => z.void()).gives<readonly UpdateCheck[]>(),
  /** Of these references, or of all. */
  check: job(
    () => z.object({ references: z.array(z.string().min(1).max(512)).max(MOST_CHECKS).optional() }),
    updatesProgress,
  ).gives<UpdatesOutcome>(),
  /** All that is known after a check. */
  changed: event<readonly UpdateCheck[]>(),
};
