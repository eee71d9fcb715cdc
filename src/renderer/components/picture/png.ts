/** A picture's SVG as pixels, drawn by the page itself. */
import { MAX_PICTURE_PIXELS, MAX_PICTURE_SIDE } from '../../../shared/contract/pictures.js';

/** Pixels for each of the picture's own: sharp on most screens. */
const SHARP = 2;

/** How much larger a picture is drawn; less for one that would have too many pixels. */
export function scaleFor(width: number, height: number): number {
  const pixels = Math.sqrt(MAX_PICTURE_PIXELS / (width * height));
  return Math.min(SHARP, MAX_PICTURE_SIDE / Math.max(width, height), pixels);
}

/** @throws Error when it can't be drawn */
export async function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const image = new Image();
  // Of an address of its own, and as an image: nothing in it runs or is fetched.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const scale = scaleFor(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('the page has no canvas to draw on');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the canvas gave no picture');
  return new Uint8Array(await blob.arrayBuffer());
}
