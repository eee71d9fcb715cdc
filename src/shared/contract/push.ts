/** What a push would do, said before anything travels. */
import { z } from 'zod';
import type { SecretHint, SecretWhat } from '../secret-scan/scan.js';
import type { Failure } from '../failure.js';
import { stream } from './define.js';

export type PlannedLayer = {
  readonly diffId: string;
  /** `exists`: the repository has it. `mount`: another repository of the registry has it. `send`: it travels. */
  readonly fate: 'exists' | 'mount' | 'send';
  /** The repository that it is mounted from; null for any other fate. */
  readonly from: string | null;
  /** Bytes on the wire if it travels, compressed; null until that is known. */
  readonly bytes: number | null;
};

export type PushPlan = {
  /** The destination in full, as people write it. */
  readonly reference: string;
  /** What the tag stands for in the registry now; null: it isn't there. */
  readonly now: {
    readonly digest: string;
    /** Whether that is this very image. */
    readonly isSame: boolean;
  } | null;
  /** Base first, each layer once. */
  readonly layers: readonly PlannedLayer[];
  /** What will travel as far as it is known: layers, configuration, manifest. */
  readonly bytes: number;
  /** Some layers are still being compressed to find out. */
  readonly isCounting: boolean;
};

export type PushPlanUpdate =
  | { readonly type: 'plan'; readonly plan: PushPlan }
  /** The registry can't be asked. A push may succeed all the same. */
  | { readonly type: 'failed'; readonly failure: Failure };

/** What looks like a secret in a file of a layer; nothing of it but its first letters. */
export type FileSecret = {
  readonly diffId: string;
  /** For people. */
  readonly path: string;
  readonly what: SecretWhat;
  readonly line: number;
  readonly hint: SecretHint;
};

export type SecretsUpdate =
  /** At most 200. */
  | { readonly type: 'found'; readonly secrets: readonly FileSecret[] }
  | { readonly type: 'failed'; readonly failure: Failure };

const name = z.string().min(1).max(512);

export const push = {
  /** Followed while somebody considers to push `image` (a reference or id); nothing is changed anywhere. */
  plan: stream(() => z.object({ image: name, destination: name })).of<PushPlanUpdate>(),
  /** What of the small text files in these layers of `image` looks like a secret: told once, when all are read. */
  secrets: stream(() =>
    z.object({ image: name, layers: z.array(z.string().max(200)).max(1024) }),
  ).of<SecretsUpdate>(),
};
