/** What removing an image would meet, in sentences. Pure. */
import type { ImageContainers } from '../../../../shared/contract/containers.js';
import type { ImageStep, LayerSharing } from '../../../../shared/contract/images.js';
import { formatBytes } from '../../../../shared/units.js';
import { visibleText } from '../../../../shared/visible-text.js';
import { say } from '../../../../shared/words/index.js';
import { usersPhrase } from '../../../components/stack/bands.js';

export type Removal = {
  /** Nothing stands in the way. */
  readonly isFree: boolean;
  readonly sentences: readonly string[];
};

type Held = Pick<ImageContainers, 'containers' | 'count' | 'running' | 'above'>;
type Removed = {
  readonly names: number;
  readonly steps: readonly ImageStep[];
  /** Null while it isn't known who else stands on the layers. */
  readonly sharing: LayerSharing | null;
};

export function removalOf(held: Held, image: Removed): Removal {
  const sentences: string[] = [];
  const { count, running } = held;
  if (count > 0) {
    const run = running === 0 ? 'none' : count === 1 || running === count ? 'all' : 'some';
    sentences.push(say('containers.removal.held', { count, running, run, names: namesOf(held) }));
  }
  if (held.above.length > 0)
    sentences.push(
      say('containers.removal.above', { names: usersPhrase(held.above), count: held.above.length }),
    );
  if (sentences.length > 0) return { isFree: false, sentences };
  return { isFree: true, sentences: [say('containers.removal.free'), ...whatGoes(image)] };
}

function namesOf({ containers, count }: Held): string {
  const named = containers.slice(0, 2).map(({ name }) => name);
  return count > 2
    ? say('containers.removal.held.more', { names: named.map(visibleText).join(', '), count: count - 2 })
    : usersPhrase(named);
}

function whatGoes({ names, steps, sharing }: Removed): readonly string[] {
  if (sharing === null) return [];
  const layers = steps.flatMap(({ diffId, size }) => (diffId === null ? [] : [{ diffId, size }]));
  const own = layers.filter(({ diffId }) => (sharing[diffId] ?? []).length === 0);
  const bytes = formatBytes(own.reduce((sum, { size }) => sum + size, 0));
  const stay = layers.length - own.length;
  const goes = { count: own.length, bytes };
  return [
    ...(names > 1 ? [say('containers.removal.names', { count: names })] : []),
    own.length === 0
      ? say('containers.removal.noSpace')
      : stay === 0
        ? say('containers.removal.goes', goes)
        : say('containers.removal.goesAndStays', { ...goes, stay }),
  ];
}
