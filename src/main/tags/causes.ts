/** Why a tag moved, as far as engine events and Strata's own work tell. */
import type { MoveCause } from '../../shared/contract/tags.js';
import { familiarName, tryReference, withDefaultTag } from '../../shared/reference.js';
import type { EngineEvent } from '../engine/index.js';
import type { Pointing } from './pointers.js';

/** A cause counts for moves that are seen no later than this, in ms: large lists take their time. */
const COUNTS_MS = 30_000;
/** An import tags its image at once, and tells of both. */
const SAME_ACT_MS = 2_000;
const MOST_KEPT = 1_000;

export type Causes = {
  readonly onEvent: (event: EngineEvent) => void;
  /** Says what Strata itself does with a name. */
  readonly note: (reference: string, cause: MoveCause) => void;
  readonly of: (move: Pointing) => MoveCause;
};

const ofImages: Readonly<Record<string, MoveCause>> = { load: 'load', import: 'import', tag: 'tag' };

export function createCauses(now: () => number = Date.now): Causes {
  /** By reference or image id; the latest last. */
  const noted = new Map<string, { readonly cause: MoveCause; readonly at: number }>();

  const put = (key: string, cause: MoveCause): void => {
    noted.delete(key);
    noted.set(key, { cause, at: now() });
    for (const oldest of noted.keys()) {
      if (noted.size <= MOST_KEPT) break;
      noted.delete(oldest);
    }
  };
  const recent = (key: string | null, within = COUNTS_MS): MoveCause | null => {
    const found = key === null ? undefined : noted.get(key);
    return found && now() - found.at <= within ? found.cause : null;
  };

  return {
    note: put,
    onEvent({ type, action, id }) {
      if (type !== 'image') return;
      if (action === 'pull') {
        const reference = tryReference(id);
        if (reference.ok) put(familiarName(withDefaultTag(reference.value)), 'pull');
        return;
      }
      const cause = ofImages[action];
      if (cause === undefined || (cause === 'tag' && recent(id, SAME_ACT_MS) === 'import')) return;
      put(id, cause);
    },
    of({ reference, to }) {
      const own = recent(reference);
      if (own !== null) return own;
      return to === null ? 'removal' : (recent(to) ?? 'unknown');
    },
  };
}
