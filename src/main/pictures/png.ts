/** What a PNG says of itself: its first bytes and its last, before anything decodes it. Pure. */
import { MAX_PICTURE_PIXELS, MAX_PICTURE_SIDE } from '../../shared/contract/pictures.js';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Length, `IHDR`, width, height: https://www.w3.org/TR/png-3/#11IHDR */
const [KIND_AT, WIDTH_AT, HEIGHT_AT, HEADER_END] = [12, 16, 20, 24];
const IHDR = 0x49484452;
/** The chunk that ends one, whole: no length, `IEND`, and its checksum: https://www.w3.org/TR/png-3/#11IEND */
const END = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];

/** Whether it is a whole PNG of no more pixels than Strata draws: a small file may claim to be an enormous picture. */
export function isPicture(png: Uint8Array): boolean {
  const end = png.byteLength - END.length;
  if (end < HEADER_END || SIGNATURE.some((byte, at) => png[at] !== byte)) return false;
  if (END.some((byte, at) => png[end + at] !== byte)) return false;
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const [width, height] = [view.getUint32(WIDTH_AT), view.getUint32(HEIGHT_AT)];
  return (
    view.getUint32(KIND_AT) === IHDR &&
    Math.min(width, height) > 0 &&
    Math.max(width, height) <= MAX_PICTURE_SIDE &&
    width * height <= MAX_PICTURE_PIXELS
  );
}
