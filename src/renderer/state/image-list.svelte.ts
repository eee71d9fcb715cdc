/** How the list of images is looked at. Kept while other screens are shown, so that the way back leads to the same place. */
import type { Sorting } from './image-rows.js';

export class ImageListView {
  filter = $state('');
  sorting: Sorting = $state.raw({ by: 'name', descending: false });
  /** The key of the row that keys act on. */
  current: string | null = $state.raw(null);
  /** How far the list is scrolled, in px. Read when the list is shown again, so not reactive. */
  scrollTop = 0;
}
