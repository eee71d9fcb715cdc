/** What a pull would bring, in words. Pure. */
import type { PullOffer } from '../../../shared/contract/pulls.js';
import { formatBytes, shortId } from '../../../shared/units.js';

/** “12 MB of 40 MB to fetch: 2 of 5 layers are here already.” */
export function fetchSentence({ image, now, platforms, engine }: PullOffer): string {
  if (image === null) {
    const has = platforms.map(({ name }) => name).join(', ');
    return has === ''
      ? 'The registry has something of that name, but no image in it.'
      : `This image has only ${has}, and nothing for this engine, which is ${engine}. Choose a platform to pull it all the same.`;
  }
  if (now?.isSame === true) return 'Up to date: the registry has the image that is here already.';
  const count = image.layers.length;
  const here = image.layers.filter(({ isHere }) => isHere).length;
  if (here === count) return 'All its layers are here already: only the settings are fetched.';
  const total = formatBytes(image.bytes);
  if (here === 0) return `${total} to fetch in ${count} ${count === 1 ? 'layer' : 'layers'}.`;
  return `${formatBytes(image.missing)} of ${total} to fetch: ${here} of ${count} layers ${here === 1 ? 'is' : 'are'} here already.`;
}

/** What becomes of the image that has the name now; null where nothing has it, or it stays. */
export function replaceSentence({ reference, now }: PullOffer): string | null {
  if (now === null || now.isSame) return null;
  return `${reference} is the image ${shortId(now.id)} here. The name moves to the one from the registry; the other stays.`;
}

/** Where the only image is for another platform than the engine's. */
export function platformSentence({ platforms, image, engine }: PullOffer): string | null {
  const [only] = platforms;
  if (image === null || only === undefined || platforms.length > 1 || only.isEngines) return null;
  return `This image has only ${only.name}; this engine is ${engine}. Its programs may not run here.`;
}
