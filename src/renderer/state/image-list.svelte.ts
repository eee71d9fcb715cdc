/** How the list of images is looked at, and what is seen then. Kept while other screens are shown, so that the way back leads to the same place. */
import {
  defaultImageList,
  imageColumns,
  type ImageColumn,
  type ImageListSettings,
} from '../../shared/contract/app.js';
import type { ImageSummary } from '../../shared/contract/images.js';
import { shortId } from '../../shared/units.js';
import { slowClock } from './clock.svelte.js';
import { isFound, readFilter, type ImageFilter } from './image-filter.js';
import { asEntry, groupRows, nothingFolded, withFold, type Entry, type Folded } from './image-groups.js';
import { sortRows, toRows, type ImageRow, type Sorting } from './image-rows.js';
import type { ImageTraitsState } from './image-traits.svelte.js';
import type { ImagesState } from './images.svelte.js';
import {
  nothingSelected,
  selectOnly,
  selectRange,
  toggleKeys,
  type Line,
  type Selection,
} from './row-selection.js';
import type { LanguageState } from './language.svelte.js';
import type { Language } from '../../shared/words/index.js';
import type { SettingsState } from './settings.svelte.js';

export class ImageListView {
  readonly #images: ImagesState;
  readonly #settings: SettingsState;
  readonly #traits: ImageTraitsState;
  readonly #language: LanguageState;

  filter = $state('');
  /** The key of the entry that keys act on. */
  current: string | null = $state.raw(null);
  selection: Selection = $state.raw(nothingSelected);
  /** How far the list is scrolled, in px. Read when the list is shown again, so not reactive. */
  scrollTop = 0;
  #folded: Folded = $state.raw(nothingFolded);
  /** What was chosen here, which is seen before it is kept. */
  #chosen: ImageListSettings | null = $state.raw(null);

  constructor(
    images: ImagesState,
    settings: SettingsState,
    traits: ImageTraitsState,
    language: LanguageState,
  ) {
    this.#language = language;
    this.#images = images;
    this.#settings = settings;
    this.#traits = traits;
  }

  readonly #look: ImageListSettings = $derived.by(
    () => this.#chosen ?? this.#settings.current?.imageList ?? defaultImageList,
  );
  readonly sorting: Sorting = $derived({ by: this.#look.sortBy, descending: this.#look.descending });
  readonly grouped: boolean = $derived(this.#look.grouped);
  /** In the order in which they stand. */
  readonly columns: readonly ImageColumn[] = $derived(
    imageColumns.filter((column) => this.#look.columns.includes(column)),
  );
  readonly all: readonly ImageRow[] = $derived.by(() => toRows(this.#images.all));
  /** What is wrong with it is said in the language that is spoken. */
  readonly read = $derived.by(() => this.#readIn(this.#language.current));
  readonly #sorted = $derived.by(() => sortRows(this.all, this.sorting, this.#traits.platformOf));
  /** What the filter leaves, in order. */
  readonly found: readonly ImageRow[] = $derived.by(() => {
    if (this.read.tests.length === 0) return this.#sorted;
    const facts = { now: slowClock.now, traitsOf: this.#traits.of };
    return this.#sorted.filter((row) => isFound(this.read, row, facts));
  });
  readonly entries: readonly Entry[] = $derived(
    this.grouped ? groupRows(this.found, this.#folded) : this.found.map(asEntry),
  );
  /** What is acted on: nothing that the filter hides. */
  readonly selected: readonly ImageRow[] = $derived(
    this.selection.keys.size === 0 ? [] : this.found.filter(({ key }) => this.selection.keys.has(key)),
  );
  /** Whether anything shown depends on a look at every image. */
  readonly needsAllTraits: boolean = $derived(this.read.needsTraits || this.sorting.by === 'platform');

  #readIn(_language: Language): ImageFilter {
    return readFilter(this.filter);
  }

  /** Changes how the list is looked at, for now and for the next time. */
  look(changes: Partial<ImageListSettings>): void {
    this.#chosen = { ...this.#look, ...changes };
    void this.#settings.change({ imageList: this.#chosen });
  }

  /** Leaves only the rows of one image, of which each is a name. */
  showNamesOf(image: ImageSummary): void {
    this.filter = `id:${shortId(image.id)}`;
  }

  showColumn(column: ImageColumn, shown: boolean): void {
    const others = this.columns.filter((each) => each !== column);
    this.look({ columns: shown ? [...others, column] : others });
  }

  fold(key: string, folded: boolean): void {
    this.#folded = withFold(this.#folded, key, folded);
  }

  select(entry: Entry, how: 'only' | 'toggle' | 'range'): void {
    const keys = keysOf(entry);
    if (how === 'only') this.selection = selectOnly(keys, entry.key);
    else if (how === 'toggle') this.selection = toggleKeys(this.selection, keys, entry.key);
    else this.selection = selectRange(this.selection, entry.key, this.entries.map(asLine));
  }

  selectAll(): void {
    this.selection = selectOnly(
      this.found.map(({ key }) => key),
      this.selection.anchor,
    );
  }

  selectNone(): void {
    this.selection = nothingSelected;
  }

  isSelected(entry: Entry): boolean {
    return keysOf(entry).every((key) => this.selection.keys.has(key));
  }
}

const keysOf = (entry: Entry): readonly string[] =>
  entry.kind === 'image' ? [entry.key] : entry.rows.map(({ key }) => key);

const asLine = (entry: Entry): Line => ({ key: entry.key, keys: keysOf(entry) });
