/** What a push would do, in words. */
import type { ImageStep } from '../../../shared/contract/images.js';
import type { PushPlan } from '../../../shared/contract/push.js';
import { formatBytes } from '../../../shared/units.js';
import { say } from '../../../shared/words/index.js';
import type { BandTelling } from '../../components/stack/bands.js';

/** “1 of 3 layers is there already; 1 is taken over from team/base; the rest travels: 12.4 MB.” */
export function travelSentence({ layers, bytes, isCounting, now }: PushPlan): string {
  if (now?.isSame === true) return say('push.travel.same');
  const count = layers.length;
  const there = layers.filter(({ fate }) => fate === 'exists').length;
  const mounted = layers.filter(({ fate }) => fate === 'mount');
  const sent = count - there - mounted.length;
  const parts: string[] = [];
  if (there === count) parts.push(say('push.travel.allThere'));
  else if (there > 0) parts.push(say('push.travel.there', { there, count }));
  if (mounted.length > 0) {
    const sources = [...new Set(mounted.map(({ from }) => from))].join(', ');
    parts.push(
      mounted.length === count
        ? say('push.travel.allMounted', { count, sources })
        : say('push.travel.mounted', { count: mounted.length, sources }),
    );
  }
  if (sent === 0) parts.push(say('push.travel.settings'));
  else if (parts.length > 0) parts.push(say('push.travel.rest'));
  else parts.push(say('push.travel.all', { count }));
  return howMuch(capital(parts.join('; ')), { layers, bytes, isCounting });
}

function howMuch(
  what: string,
  { layers, bytes, isCounting }: Pick<PushPlan, 'layers' | 'bytes' | 'isCounting'>,
): string {
  if (isCounting) return say('push.travel.counting', { what, size: formatBytes(bytes) });
  const isUnknown = layers.some((layer) => layer.fate === 'send' && layer.bytes === null);
  return isUnknown
    ? say('push.travel.unknown', { what })
    : say('push.travel.size', { what, size: formatBytes(bytes) });
}

/** What pushing does to the tag; null where it is new or stays what it is. */
export function overwriteSentence({ reference, now }: PushPlan): string | null {
  if (now === null || now.isSame) return null;
  return say('push.overwrite', { reference, digest: now.digest.slice(0, 19) });
}

/** Which bands of the image travel, and which needn't. */
export function tellFates({ layers }: Pick<PushPlan, 'layers'>): BandTelling {
  const planned = new Map(layers.map((layer) => [layer.diffId, layer]));
  const of = ({ diffId }: ImageStep) => (diffId === null ? undefined : planned.get(diffId));
  return {
    key: { plain: say('push.band.travels'), hatched: say('push.band.stays') },
    isHatched: (step) => (of(step)?.fate ?? 'send') !== 'send',
    note(step) {
      const layer = of(step);
      if (layer?.fate === 'exists') return say('push.band.there');
      if (layer?.fate === 'mount')
        return layer.from === null
          ? say('push.band.mountedElsewhere')
          : say('push.band.mounted', { from: layer.from });
      return layer?.bytes
        ? say('push.band.travelsAs', { size: formatBytes(layer.bytes) })
        : say('push.band.travels');
    },
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
