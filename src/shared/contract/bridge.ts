/** What the preload puts on `window.strata`. */
import type { Transport } from './define.js';

export type Bridge = Transport & {
  /** The path of a file or folder that was dropped on the window; empty for one that has none. */
  readonly pathOf: (file: File) => string;
};
