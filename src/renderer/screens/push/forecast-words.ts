/** What a push would do, in words. Pure. */
import type { ImageStep } from '../../../shared/contract/images.js';
import type { PushPlan } from '../../../shared/contract/push.js';
import { formatBytes } from '../../../shared/units.js';
import type { BandTelling } from '../../components/stack/bands.js';

/** “1 of 3 layers is there already; 1 is taken over from team/base; the rest travels: 12.4 MB.” */
export function travelSentence({ layers, bytes, isCounting, now }: PushPlan): string {
  if (now?.isSame === true)
    return 'The registry has this very image under this tag: nothing but questions travel.';
  const there = layers.filter(({ fate }) => fate === 'exists').length;
  const mounted = layers.filter(({ fate }) => fate === 'mount');
  const sent = layers.length - there - mounted.length;
  const parts: string[] = [];
  if (there === layers.length) parts.push('all layers are there already');
  else if (there > 0) parts.push(`${there} of ${layers.length} layers ${isOrAre(there)} there already`);
  if (mounted.length > 0) {
    const sources = [...new Set(mounted.map(({ from }) => from))].join(', ');
    const which = mounted.length === layers.length ? 'all layers' : `${mounted.length}`;
    parts.push(`${which} ${isOrAre(mounted.length)} taken over from ${sources}`);
  }
  if (sent === 0) parts.push('only the settings travel');
  else if (parts.length > 0) parts.push('the rest travels');
  else parts.push(layers.length === 1 ? 'its one layer travels' : `all ${layers.length} layers travel`);
  return `${capital(parts.join('; '))}${howMuch({ layers, bytes, isCounting })}`;
}

function howMuch({ layers, bytes, isCounting }: Pick<PushPlan, 'layers' | 'bytes' | 'isCounting'>): string {
  if (isCounting) return `: at least ${formatBytes(bytes)}, still counting…`;
  const isUnknown = layers.some((layer) => layer.fate === 'send' && layer.bytes === null);
  return isUnknown ? '; how much that is isn’t known.' : `: ${formatBytes(bytes)}.`;
}

/** What pushing does to the tag; null where it is new or stays what it is. */
export function overwriteSentence({ reference, now }: PushPlan): string | null {
  if (now === null || now.isSame) return null;
  return `${reference} is there already and stands for another image, ${now.digest.slice(0, 19)}…. Pushing moves it: whoever pulls it then gets this one.`;
}

/** Which bands of the image travel, and which needn't. */
export function tellFates({ layers }: Pick<PushPlan, 'layers'>): BandTelling {
  const planned = new Map(layers.map((layer) => [layer.diffId, layer]));
  const of = ({ diffId }: ImageStep) => (diffId === null ? undefined : planned.get(diffId));
  return {
    key: { plain: 'travels', hatched: 'needn’t travel' },
    isHatched: (step) => (of(step)?.fate ?? 'send') !== 'send',
    note(step) {
      const layer = of(step);
      if (layer?.fate === 'exists') return 'is there already';
      if (layer?.fate === 'mount') return `is taken over from ${layer.from ?? 'another repository'}`;
      return layer?.bytes ? `travels as ${formatBytes(layer.bytes)}` : 'travels';
    },
  };
}

const isOrAre = (count: number): string => (count === 1 ? 'is' : 'are');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
