/** What can be saved and copied of a picture: made when it is asked for. */
import type { CsvRow } from './csv.js';
import type { PictureColours } from './colours.js';

export type Picture = {
  /** What it is a picture of; its file is called so, too. */
  readonly title: string;
  /** A file of its own: one whole SVG document. */
  readonly svg: (colours: PictureColours) => string;
  /** Its numbers; the first row has the heads. */
  readonly rows: () => readonly CsvRow[];
};
