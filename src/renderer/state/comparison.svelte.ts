/** Two images beside each other: what each is, whether its files are known, and the entries that differ. */
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { ImageDetail } from '../../shared/contract/images.js';
import type { ChangeTally, ComparedRow, FileChange } from '../../shared/contract/layers.js';
import type { Failure } from '../../shared/failure.js';
import type { StrataClient } from './client.js';
import { ComparedImage } from './compared-image.svelte.js';
import type { JobsState } from './jobs.svelte.js';
import type { CompareSource } from './navigation.svelte.js';

export type CompareSort = 'name' | 'size';

/** Rows that are asked for at once. */
const PAGE = 200;

export class Comparison {
  readonly #client: StrataClient;
  readonly before: ComparedImage;
  readonly after: ComparedImage;

  failure: Failure | null = $state.raw(null);
  /** Of everything; null until the first answer. */
  tally: ChangeTally | null = $state.raw(null);
  total = $state(0);
  readonly #pages = new SvelteMap<number, readonly ComparedRow[]>();
  #asked: number[] = [];
  /** Rows in sight are asked for anew when it changes. */
  #question = $state(0);
  #pagesOf = -1;

  #filter = $state('');
  #sort: CompareSort = $state('name');
  readonly changes = new SvelteSet<FileChange>(['added', 'removed', 'changed']);
  readonly #open = new SvelteSet<string>();

  constructor(client: StrataClient, jobs: JobsState, before: CompareSource, after: CompareSource) {
    this.#client = client;
    this.before = new ComparedImage(before, client, jobs);
    this.after = new ComparedImage(after, client, jobs);
    void this.#start();
  }

  get details(): { readonly before: ImageDetail; readonly after: ImageDetail } | null {
    const [before, after] = [this.before.detail, this.after.detail];
    return before && after ? { before, after } : null;
  }

  /** All layers of both have been read. */
  get isReady(): boolean {
    return this.before.isRead && this.after.isRead;
  }

  get filter(): string {
    return this.#filter;
  }
  set filter(filter: string) {
    this.#filter = filter;
    this.#ask();
  }

  get sort(): CompareSort {
    return this.#sort;
  }
  set sort(sort: CompareSort) {
    this.#sort = sort;
    this.#ask();
  }

  /** Shows or hides one kind of change; one always stays. */
  show(change: FileChange, isShown: boolean): void {
    if (isShown) this.changes.add(change);
    else if (this.changes.size > 1) this.changes.delete(change);
    this.#ask();
  }

  /** Undefined until it was answered; `want` asks for it. */
  row(at: number): ComparedRow | undefined {
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

  /** Tries again whatever failed. */
  async retry(): Promise<void> {
    this.failure = null;
    await this.#start();
  }

  /** Nobody looks at it any more; what is being read goes on in the activity list. */
  stop(): void {
    this.before.stop();
    this.after.stop();
  }

  /** One after the other: most of what the second stands on is known from the first. */
  async #start(): Promise<void> {
    await Promise.all([this.before.look(), this.after.look()]);
    await this.before.read();
    await this.after.read();
    this.#ask();
  }

  #ask(): void {
    this.#question++;
    this.#asked = [];
    if (this.isReady) void this.#load(0);
  }

  async #load(page: number): Promise<void> {
    const question = this.#question;
    const { details } = this;
    if (!details || this.#asked.includes(page)) return;
    this.#asked.push(page);
    const { layers: before } = this.before;
    const { layers: after } = this.after;
    if (before.length === 0 || after.length === 0) return;
    const answer = await this.#client.layers.compare({
      before: [...before],
      after: [...after],
      open: [...this.#open],
      filter: this.#filter,
      changes: [...this.changes],
      sort: this.#sort,
      window: { start: page * PAGE, count: PAGE },
    });
    if (question !== this.#question) return;
    if (!answer.ok) {
      this.failure = answer.failure;
      return;
    }
    if (this.#pagesOf !== question) {
      this.#pagesOf = question;
      this.#pages.clear();
    }
    this.#pages.set(page, answer.value.rows);
    this.total = answer.value.total;
    this.tally = answer.value.tally;
  }
}
