/** Which layers stand under which images, as a picture: bands side by side, the base at the bottom. Pure. */
import type { DiskImage, DiskUsage } from '../../../shared/contract/disk.js';
import { formatBytes, shortId } from '../../../shared/units.js';
import { visibleText } from '../../../shared/visible-text.js';
import { say } from '../../../shared/words/index.js';
import { listOf } from './list-words.js';
import { imagesOnLayers } from './space.js';

/** Layers one upon the other that the same images stand on, drawn as one. */
export type LayerBand = {
  readonly key: string;
  readonly bytes: number;
  /** How many layers it is made of. */
  readonly layers: number;
  /** The instruction of the largest of them. */
  readonly instruction: string;
  /** Who stands on it, the largest first. */
  readonly images: readonly DiskImage[];
  /** Those of them that end here: it is their topmost layer. */
  readonly ending: readonly DiskImage[];
  /** How many groups of images of their own are drawn as this one; more than one for “and so many more”. */
  readonly gathered: number;
  /** Bytes that it and all above would take more if every image had its own. */
  readonly saves: number;
  readonly above: readonly LayerBand[];
};

/** So many columns can be told apart, in one family and in all. */
const MOST_COLUMNS = 12;
const MOST_FAMILIES = 4;
/** So many bands one upon the other are drawn. */
const MOST_HEIGHT = 8;

/** The bands at the bottom that several images stand on, with all above them: those that save the most come first. */
export function familiesOf(usage: DiskUsage): readonly LayerBand[] {
  return basesOf(usage)
    .filter(isShared)
    .sort((a, b) => b.saves - a.saves);
}

export const isShared = ({ images }: LayerBand): boolean => images.length > 1;

/** As many as can be told apart, each with the largest of its branches and the rest as one. */
export function drawnFamilies(families: readonly LayerBand[]): readonly LayerBand[] {
  const drawn = families.slice(0, MOST_FAMILIES);
  const columns = Math.ceil((2 * MOST_COLUMNS) / Math.max(2, drawn.length));
  return drawn.map((family) => thinned(family, columns, MOST_HEIGHT));
}

/** The bands of all families that several images stand on, those that save the most first. */
export function sharedBands(families: readonly LayerBand[]): readonly LayerBand[] {
  const found: LayerBand[] = [];
  const waiting = [...families];
  for (let band = waiting.pop(); band; band = waiting.pop()) {
    if (!isShared(band)) continue;
    if (band.bytes > 0) found.push(band);
    waiting.push(...band.above);
  }
  return found.sort((a, b) => savedAlone(b) - savedAlone(a));
}

/** Bytes that its own layers would take more if every image had them for itself. */
export const savedAlone = ({ bytes, images }: LayerBand): number => bytes * (images.length - 1);

/** How many columns a band is wide. */
export const columnsOf = ({ above }: LayerBand): number =>
  Math.max(
    1,
    above.reduce((sum, band) => sum + columnsOf(band), 0),
  );

/** The bands that lie on nothing. From the top down, without recursion: a stranger's image may be of any height. */
function basesOf(usage: DiskUsage): LayerBand[] {
  const counts = imagesOnLayers(usage);
  const ending = new Map<number, DiskImage[]>();
  for (const image of usage.images) {
    const others = ending.get(image.top);
    if (others) others.push(image);
    else ending.set(image.top, [image]);
  }
  const above = new Map<number, { band: LayerBand; largest: number }[]>();
  for (let at = usage.layers.length - 1; at >= 0; at--) {
    const layer = usage.layers[at];
    if (!layer || counts[at] === 0) continue;
    const upon = above.get(at) ?? [];
    const here = ending.get(at) ?? [];
    const [only, ...others] = upon;
    const { bytes, instruction } = layer;
    let made: { band: LayerBand; largest: number };
    if (only && others.length === 0 && here.length === 0) {
      const { band } = only;
      const isLarger = bytes > only.largest;
      made = {
        largest: Math.max(bytes, only.largest),
        band: {
          ...band,
          key: `${at}`,
          bytes: band.bytes + bytes,
          layers: band.layers + 1,
          instruction: isLarger ? instruction : band.instruction,
          saves: band.saves + bytes * (band.images.length - 1),
        },
      };
    } else {
      const bands = upon.map(({ band }) => band);
      const images = [...here, ...bands.flatMap((band) => band.images)].sort((a, b) => b.bytes - a.bytes);
      const saves = bands.reduce((sum, band) => sum + band.saves, bytes * (images.length - 1));
      bands.sort((a, b) => b.images.length - a.images.length || b.bytes - a.bytes);
      made = {
        largest: bytes,
        band: {
          key: `${at}`,
          bytes,
          layers: 1,
          instruction,
          images,
          ending: here,
          gathered: 1,
          saves,
          above: bands,
        },
      };
    }
    const beside = above.get(layer.below);
    if (beside) beside.push(made);
    else above.set(layer.below, [made]);
    above.delete(at);
  }
  return (above.get(-1) ?? []).map(({ band }) => band);
}

/** With at most so many columns in all, and so many bands one upon the other. */
function thinned(band: LayerBand, columns: number, height: number): LayerBand {
  if (band.above.length === 0) return band;
  if (height === 1) return { ...band, above: [] };
  const all = band.above.length;
  const shown = all > columns ? band.above.slice(0, Math.max(1, columns - 1)) : band.above;
  const rest = band.above.slice(shown.length);
  const weight = shown.reduce((sum, { images }) => sum + images.length, 0);
  const spare = Math.max(0, columns - shown.length - (rest.length > 0 ? 1 : 0));
  const branches = shown.map((each) =>
    thinned(each, 1 + Math.floor((spare * each.images.length) / weight), height - 1),
  );
  return { ...band, above: rest.length === 0 ? branches : [...branches, together(`${band.key} rest`, rest)] };
}

const together = (key: string, bands: readonly LayerBand[]): LayerBand => ({
  key,
  bytes: bands.reduce((sum, { bytes }) => sum + bytes, 0),
  layers: bands.reduce((sum, { layers }) => sum + layers, 0),
  instruction: '',
  images: bands.flatMap(({ images }) => images),
  ending: [],
  gathered: bands.length,
  saves: bands.reduce((sum, { saves }) => sum + saves, 0),
  above: [],
});

const imageName = ({ references, id }: DiskImage): string => references[0] ?? `<untagged> ${shortId(id)}`;

/** Without registry and namespace, for where there is little room: `service:1`. */
export function shortName(image: DiskImage): string {
  const name = imageName(image);
  return name.slice(name.lastIndexOf('/') + 1);
}

/** Names longer than this are told by their end, which tells them apart. */
const LONG_NAME = 48;

function nameInPhrase(image: DiskImage): string {
  const name = imageName(image);
  return name.length > LONG_NAME && name.includes('/') ? `…/${shortName(image)}` : name;
}

/** “alpine:3.20, app:1 and 12 more” */
export function imagesPhrase(images: readonly DiskImage[], most: number): string {
  const named = images.slice(0, images.length > most ? most : undefined).map(nameInPhrase);
  const more = images.length - named.length;
  if (more > 0) return say('disk.list.more', { some: named.join(', '), count: more });
  return listOf(named);
}

/** What a band is, in words: its instruction first. */
export function bandName(band: LayerBand): string {
  if (band.gathered > 1) return say('disk.band.branches', { count: band.gathered });
  const instruction = visibleText(band.instruction).replaceAll(/\s+/g, ' ') || say('disk.band.layer');
  return band.layers === 1 ? instruction : say('disk.band.layers', { instruction, count: band.layers - 1 });
}

/** Size and images of a band, in words. */
export function bandFacts(band: LayerBand): string {
  const size = formatBytes(band.bytes);
  const facts = { size, images: imagesPhrase(band.images, 3) };
  if (band.gathered > 1) return say('disk.band.of', facts);
  if (!isShared(band)) return say('disk.band.only', facts);
  return say('disk.band.shared', { ...facts, count: band.images.length });
}
