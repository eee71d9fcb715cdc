/** What removing an image would meet, in sentences. Pure. */
import type { ImageContainers } from '../../../../shared/contract/containers.js';
import type { ImageStep, LayerSharing } from '../../../../shared/contract/images.js';
import { formatBytes } from '../../../../shared/units.js';
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
  if (held.count > 0) {
    const made = usersPhrase(held.containers.map(({ name }) => name).slice(0, 2));
    const more = held.count > 2 ? ` and ${(held.count - 2).toLocaleString('en')} more` : '';
    const run = held.running === 0 ? '' : `, ${runningOf(held)}`;
    sentences.push(
      `It can’t be removed: ${count(held.count, 'container')} made from it ${held.count === 1 ? 'is' : 'are'} still there${run}. ${more === '' ? made : made.replace(' and ', ', ')}${more} must go first (docker rm), and what ${held.count === 1 ? 'it has' : 'they have'} written goes with ${held.count === 1 ? 'it' : 'them'}.`,
    );
  }
  if (held.above.length > 0)
    sentences.push(
      `The engine keeps it for ${usersPhrase(held.above)}, built on it step by step; ${held.above.length === 1 ? 'that goes' : 'those go'} first.`,
    );
  if (sentences.length > 0) return { isFree: false, sentences };
  return { isFree: true, sentences: ['Nothing stands in the way of removing it.', ...whatGoes(image)] };
}

function runningOf({ count: all, running }: Held): string {
  if (all === 1) return 'and runs';
  return all === running ? 'and all run' : `${running.toLocaleString('en')} of them running`;
}

function whatGoes({ names, steps, sharing }: Removed): readonly string[] {
  if (sharing === null) return [];
  const layers = steps.flatMap(({ diffId, size }) => (diffId === null ? [] : [{ diffId, size }]));
  const own = layers.filter(({ diffId }) => (sharing[diffId] ?? []).length === 0);
  const bytes = formatBytes(own.reduce((sum, { size }) => sum + size, 0));
  const stay = layers.length - own.length;
  return [
    ...(names > 1 ? [`All ${names} names go with it.`] : []),
    own.length === 0
      ? 'No space comes free: other images stand on every layer.'
      : `${count(own.length, 'layer')} with ${bytes} ${own.length === 1 ? 'goes' : 'go'}${stay === 0 ? '' : `; ${count(stay, 'layer')} ${stay === 1 ? 'stays' : 'stay'}, as other images stand on ${stay === 1 ? 'it' : 'them'}`}.`,
  ];
}

const count = (many: number, what: string): string =>
  `${many.toLocaleString('en')} ${what}${many === 1 ? '' : 's'}`;
