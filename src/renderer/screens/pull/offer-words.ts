/** What a pull would bring, in words. */
import type { PullOffer } from '../../../shared/contract/pulls.js';
import { formatBytes, shortId } from '../../../shared/units.js';
import { say } from '../../../shared/words/index.js';

/** “12 MB of 40 MB to fetch: 2 of 5 layers are here already.” */
export function fetchSentence({ image, now, platforms, engine }: PullOffer): string {
  if (image === null) {
    const has = platforms.map(({ name }) => name).join(', ');
    return has === '' ? say('pull.fetch.noImage') : say('pull.fetch.onlyOther', { platforms: has, engine });
  }
  if (now?.isSame === true) return say('pull.fetch.same');
  const count = image.layers.length;
  const here = image.layers.filter(({ isHere }) => isHere).length;
  if (here === count) return say('pull.fetch.settings');
  const total = formatBytes(image.bytes);
  if (here === 0) return say('pull.fetch.all', { total, count });
  return say('pull.fetch.some', { missing: formatBytes(image.missing), total, here, count });
}

/** What becomes of the image that has the name now; null where nothing has it, or it stays. */
export function replaceSentence({ reference, now }: PullOffer): string | null {
  if (now === null || now.isSame) return null;
  return say('pull.replace', { reference, id: shortId(now.id) });
}

/** Where the only image is for another platform than the engine's. */
export function platformSentence({ platforms, image, engine }: PullOffer): string | null {
  const [only] = platforms;
  if (image === null || only === undefined || platforms.length > 1 || only.isEngines) return null;
  return say('pull.platform.other', { platform: only.name, engine });
}
