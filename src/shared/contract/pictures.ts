/** The app's own pictures and what they show in numbers, saved where the user chooses, or copied. */
import { z } from 'zod';
import { request } from './define.js';

export const pictureForms = ['svg', 'png', 'csv'] as const;
export type PictureForm = (typeof pictureForms)[number];

/** No picture takes more: characters of a text, bytes of a PNG. */
export const MAX_PICTURE = 20 * 1024 * 1024;
/** No side of a PNG is longer, and it has no more pixels, so that whoever opens it needs a bounded memory. */
export const MAX_PICTURE_SIDE = 8192;
export const MAX_PICTURE_PIXELS = 24_000_000;

export const LONGEST_NAME = 512;

/** What the picture is called, for a file's name to be made of: any text. */
const name = z.string().max(LONGEST_NAME);
const png = z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= MAX_PICTURE);

export const pictures = {
  /** Asks the user where to save one, and writes it there, whole or not at all. Null when they don't want to. */
  save: request(() =>
    z.discriminatedUnion('form', [
      z.object({ form: z.enum(['svg', 'csv']), name, content: z.string().max(MAX_PICTURE) }),
      z.object({ form: z.literal('png'), name, content: png }),
    ]),
  ).gives<{ readonly file: string } | null>(),
  /** Puts one on the clipboard, as an image. */
  copy: request(() => z.object({ png })).gives<void>(),
};
