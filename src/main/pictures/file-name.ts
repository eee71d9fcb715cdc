/** What a picture's file is called when nobody says otherwise: a name that every system takes. Pure. */
import type { PictureForm } from '../../shared/contract/pictures.js';

/** In bytes of UTF-8: common file systems end at 255, and a draft or a copy is called a little longer. */
const LONGEST = 200;
/** Names of devices on Windows, whatever comes after the first dot: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
/** What Windows refuses, what no one sees, and what turns the words around it, which could hide the ending. */
const UNFIT = /[<>:"/\\|?*\p{C}\p{Z}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu;

/** One plain component, whatever `title` says: it is made of strangers' names. */
export function fileNameOf(title: string, form: PictureForm): string {
  const words = title.replace(UNFIT, ' ').trim().replaceAll(/ +/g, '-');
  // A leading dot hides a file, a leading dash is taken for an option, and Windows drops a dot at the end.
  const plain = shortened(words).replaceAll(/^[.-]+|[.-]+$/g, '');
  const stem = plain === '' || DEVICE.test(plain) ? `picture-${plain}`.replace(/-$/, '') : plain;
  return `${stem}.${form}`;
}

function shortened(text: string): string {
  let kept = '';
  for (const character of text) {
    if (Buffer.byteLength(kept) + Buffer.byteLength(character) > LONGEST) break;
    kept += character;
  }
  return kept;
}
