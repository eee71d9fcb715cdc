/** What is remembered of updates: the newest release that each channel ever offered, so that nobody can offer less. */
import { z } from 'zod';
import { updateChannels, type NewestRelease, type UpdateChannel } from '../../shared/contract/self-update.js';
import { readOrSetAsideNow, writeFileAtomic, type OnDamaged } from '../files/index.js';
import { parseVersion } from './version.js';

const release = z.object({
  version: z.string().refine((text) => parseVersion(text) !== null),
  releasedAt: z.number(),
});
const schema = z.object({
  version: z.literal(1),
  newest: z.partialRecord(z.enum(updateChannels), release),
  lookedAt: z.number().nullable(),
  /** The version that was being installed when Strata last ended. */
  installing: z.string().max(40).nullable(),
});
type Kept = z.infer<typeof schema>;

export type KeptSelfUpdate = {
  readonly newest: (channel: UpdateChannel) => NewestRelease | null;
  readonly lookedAt: () => number | null;
  readonly installing: () => string | null;
  readonly looked: (at: number, channel: UpdateChannel, newest: NewestRelease | null) => Promise<void>;
  readonly install: (version: string | null) => Promise<void>;
};

export function openKept(path: string, onDamaged: OnDamaged): KeptSelfUpdate {
  const found = readOrSetAsideNow({ file: path, what: 'self-update', onDamaged }, (text) =>
    schema.parse(JSON.parse(text)),
  );
  let kept: Kept = found ?? { version: 1, newest: {}, lookedAt: null, installing: null };
  let writing: Promise<void> = Promise.resolve();
  const put = (changes: Partial<Kept>): Promise<void> => {
    kept = { ...kept, ...changes };
    const text = `${JSON.stringify(kept)}\n`;
    // One after another: the last one written is the last one known.
    writing = writing.catch(() => undefined).then(() => writeFileAtomic(path, text));
    return writing;
  };
  return {
    newest: (channel) => kept.newest[channel] ?? null,
    lookedAt: () => kept.lookedAt,
    installing: () => kept.installing,
    looked: (lookedAt, channel, newest) =>
      put({ lookedAt, newest: newest === null ? kept.newest : { ...kept.newest, [channel]: newest } }),
    install: (installing) => put({ installing }),
  };
}
