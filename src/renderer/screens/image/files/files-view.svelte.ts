/** What the panel "Files" knows: whether the layers were read, which of them is looked at, and the rows in sight. */
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { contract } from '../../../../shared/contract/index.js';
import type { OutcomeOf } from '../../../../shared/contract/define.js';
import type {
  ContentUpdate,
  Efficiency,
  FileRow,
  LayerSource,
  LayersProgress,
} from '../../../../shared/contract/layers.js';
import type { Failure } from '../../../../shared/failure.js';
import type { StrataClient } from '../../../state/client.js';
import type { JobsState, WatchedJob } from '../../../state/jobs.svelte.js';

export type FileSort = 'name' | 'size' | 'modified';
export type ReadingJob = WatchedJob<LayersProgress, OutcomeOf<typeof contract.layers.index>>;

export type SavingJob = WatchedJob<LayersProgress, OutcomeOf<typeof contract.layers.take>>;

/** Rows that are asked for at once. */
const PAGE = 200;

type Parts = {
  readonly client: StrataClient;
  readonly jobs: JobsState;
  readonly source: LayerSource;
  /** DiffIDs, base first. */
  readonly layers: readonly string[];
};

export class FilesView {
  readonly #client: StrataClient;
  readonly #jobs: JobsState;
  readonly #source: LayerSource;
  readonly layers: readonly string[];

  /** How many layers were never read; null until that is known. */
  missing: number | null = $state(null);
  job: ReadingJob | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  /** The latest saving of an entry; null before the first. */
  saving: SavingJob | null = $state.raw(null);
  saveFailure: Failure | null = $state.raw(null);

  /** The layer that is looked at, by its place: 0 is the base. */
  #layer = $state(0);
  #only = $state(false);
  #filter = $state('');
  #sort: FileSort = $state('name');
  readonly #open = new SvelteSet<string>();

  /** All rows that there are; null until the first answer. */
  total: number | null = $state(null);
  readonly #pages = new SvelteMap<number, readonly FileRow[]>();
  /** Pages that are asked for, so that none is asked twice. */
  #asked: number[] = [];
  /** Read by whoever wants rows, so that those in sight are asked for again after a new question. */
  #question = $state(0);
  /** Which question the pages answer. */
  #pagesOf = -1;

  efficiency: Efficiency | null = $state.raw(null);
  #hasReadAnew = false;

  constructor({ client, jobs, source, layers }: Parts) {
    this.#client = client;
    this.#jobs = jobs;
    this.#source = source;
    this.layers = layers;
    this.#layer = layers.length - 1;
    void this.#look();
  }

  /** Where the bytes come from when layers have to be read. */
  get from(): LayerSource['kind'] {
    return this.#source.kind;
  }

  get isReady(): boolean {
    return this.missing === 0;
  }

  get layer(): number {
    return this.#layer;
  }
  set layer(layer: number) {
    if (layer === this.#layer) return;
    this.#layer = layer;
    this.#ask();
  }

  get only(): boolean {
    return this.#only;
  }
  set only(only: boolean) {
    this.#only = only;
    this.#ask();
  }

  get filter(): string {
    return this.#filter;
  }
  set filter(filter: string) {
    this.#filter = filter;
    this.#ask();
  }

  get sort(): FileSort {
    return this.#sort;
  }
  set sort(sort: FileSort) {
    this.#sort = sort;
    this.#ask();
  }

  /** Undefined until it was answered; `want` asks for it. */
  row(at: number): FileRow | undefined {
    return this.#pages.get(Math.floor(at / PAGE))?.[at % PAGE];
  }

  /** The rows that are in sight. */
  want(first: number, end: number): void {
    for (let page = Math.floor(first / PAGE); page * PAGE < end; page++) void this.#load(page);
  }

  toggle(path: string): void {
    if (!this.#open.delete(path)) this.#open.add(path);
    this.#ask();
  }

  /** Shows where a path stands: in the layer at `layer`, every folder above it unfolded. */
  reveal(path: string, layer: number): void {
    this.#filter = '';
    this.#layer = layer;
    const parts = path.split('/');
    for (let depth = 1; depth < parts.length; depth++) this.#open.add(parts.slice(0, depth).join('/'));
    this.#ask();
  }

  /** Reads what isn't known of the layers. */
  async read(): Promise<void> {
    this.failure = null;
    const started = await this.#client.layers.index({ source: this.#source });
    if (!started.ok) {
      this.failure = started.failure;
      return;
    }
    this.job = this.#jobs.watch(contract.layers.index, started.value.job);
  }

  cancel(): void {
    if (this.job) void this.#jobs.cancel(this.job.id);
  }

  /** Takes note of how the reading ended, once. */
  settle(): void {
    const { job } = this;
    if (!job || job.summary.status === 'running') return;
    this.stop();
    this.failure = job.summary.failure ?? null;
    void this.#look();
  }

  /** Nobody looks at this any more. A reading goes on in the activity list. */
  stop(): void {
    this.job?.stop();
    this.job = null;
    this.saving?.stop();
  }

  /** Follows what is in a file of the layer that is looked at, until the answer is called. */
  content(path: string, listener: (update: ContentUpdate) => void): () => void {
    return this.#client.layers.content({ source: this.#source, layers: this.#shown, path }, listener);
  }

  /** Asks where to save an entry, and saves it there. */
  async save({ path, kind }: FileRow): Promise<void> {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const chosen = await this.#client.layers.chooseTarget({ name, isFolder: kind === 'folder' });
    this.saving?.stop();
    this.saving = null;
    this.saveFailure = chosen.ok ? null : chosen.failure;
    if (!chosen.ok || chosen.value === null) return;
    const started = await this.#client.layers.take({
      source: this.#source,
      layers: this.#shown,
      path,
      only: this.#only,
      target: chosen.value,
    });
    if (started.ok) this.saving = this.#jobs.watch(contract.layers.take, started.value.job);
    else this.saveFailure = started.failure;
  }

  cancelSaving(): void {
    if (this.saving) void this.#jobs.cancel(this.saving.id);
  }

  /** DiffIDs of the layer that is looked at and those below it. */
  get #shown(): string[] {
    return this.layers.slice(0, this.#layer + 1);
  }

  async #look(): Promise<void> {
    if (this.layers.length === 0) {
      this.missing = 0;
      this.total = 0;
      return;
    }
    const answer = await this.#client.layers.known({ layers: [...this.layers] });
    if (!answer.ok) {
      this.failure = answer.failure;
      return;
    }
    this.missing = answer.value.missing;
    if (!this.isReady) return;
    this.#ask();
    const efficiency = await this.#client.layers.efficiency({ layers: [...this.layers] });
    if (efficiency.ok) this.efficiency = efficiency.value;
  }

  /** Once: an image whose layers are gone as soon as they were read is no help to anyone. */
  async #readAnew(): Promise<void> {
    this.#hasReadAnew = true;
    await this.#look();
    if (!this.isReady && !this.failure) await this.read();
  }

  /** Asks anew. What is shown stays until there is an answer, so that nothing flashes. */
  #ask(): void {
    this.#question++;
    this.#asked = [];
    if (this.isReady && this.layers.length > 0) void this.#load(0);
  }

  async #load(page: number): Promise<void> {
    const question = this.#question;
    if (this.#asked.includes(page)) return;
    this.#asked.push(page);
    const answer = await this.#client.layers.tree({
      layers: this.#shown,
      only: this.#only,
      open: [...this.#open],
      filter: this.#filter,
      sort: this.#sort,
      window: { start: page * PAGE, count: PAGE },
    });
    if (question !== this.#question) return;
    if (!answer.ok) {
      // What was kept is gone, or could not be read.
      if (answer.failure.code === 'not-found' && !this.#hasReadAnew) void this.#readAnew();
      else this.failure = answer.failure;
      return;
    }
    if (this.#pagesOf !== question) {
      this.#pagesOf = question;
      this.#pages.clear();
    }
    this.#pages.set(page, answer.value.rows);
    this.total = answer.value.total;
  }
}
