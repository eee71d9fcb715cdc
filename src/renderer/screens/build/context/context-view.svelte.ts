/** What the region "Context" knows: the latest look at the folder, what of its tree is unfolded, and an edit of the ignore file. */
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type {
  ContextPage,
  ContextReport,
  ContextTotals,
  ContextUpdate,
  IgnoreChange,
} from '../../../../shared/contract/context.js';
import type { Failure, Result } from '../../../../shared/failure.js';
import type { StrataClient } from '../../../state/client.js';

type Calls = StrataClient['context'];
type Place = { readonly folder: string; readonly dockerfile: string };

/** Lines to be added, and the text that they give. */
export type Proposal = { readonly patterns: readonly string[]; readonly change: IgnoreChange };

/** Unfolded folders that are asked for again after another look. */
const MOST_KEPT_OPEN = 100;

export class ContextView {
  readonly #calls: Calls;
  #place: Place | null = null;
  /** Ends the look that is shown, and the one under way. Main keeps what it found until then. */
  #endShown: (() => void) | null = null;
  #endPending: (() => void) | null = null;

  /** Null until the first look is done. */
  result: Result<ContextReport> | null = $state.raw(null);
  /** What the look under way has found so far; null while there is none. */
  counting: ContextTotals | null = $state.raw(null);
  /** What was asked for, by folder. */
  readonly pages = new SvelteMap<string, ContextPage>();
  #withIgnored = $state(false);
  readonly #open = new SvelteSet<string>();

  proposal: Proposal | null = $state.raw(null);
  /** Why the latest edit couldn't be shown or taken back. */
  refused: Failure | null = $state.raw(null);

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  get report(): ContextReport | null {
    return this.result?.ok ? this.result.value : null;
  }

  get withIgnored(): boolean {
    return this.#withIgnored;
  }
  set withIgnored(wanted: boolean) {
    this.#withIgnored = wanted;
    const { report } = this;
    if (report) void this.#load(report);
  }

  isOpen = (path: string): boolean => this.#open.has(path);

  /** Looks through the folder; what an earlier look has found stays until this one is done. */
  look(place: Place): void {
    const isOther = place.folder !== this.#place?.folder || place.dockerfile !== this.#place.dockerfile;
    if (isOther) this.#forget();
    this.#place = place;
    this.#endPending?.();
    this.counting = { files: 0, bytes: 0 };
    let ended = false;
    const end = this.#calls.survey(place, (update) => {
      if (!ended) void this.#take(update);
    });
    this.#endPending = () => {
      ended = true;
      end();
    };
  }

  /** Nobody looks at this any more. */
  stop(): void {
    this.#endPending?.();
    this.#endShown?.();
    this.#endPending = null;
    this.#endShown = null;
  }

  async toggle(path: string): Promise<void> {
    if (this.#open.delete(path)) return;
    if (!this.pages.has(path)) await this.more(path);
    this.#open.add(path);
  }

  /** Asks for what comes next in a folder. */
  async more(path: string): Promise<void> {
    const { report } = this;
    if (!report) return;
    const known = this.pages.get(path)?.nodes ?? [];
    const page = await this.#page(report, path, known.length);
    if (page === null || report !== this.report) return;
    this.pages.set(path, { ...page, nodes: [...known, ...page.nodes] });
  }

  /** Asks how the ignore file would be with more lines. */
  async propose(patterns: readonly string[]): Promise<void> {
    if (!this.#place) return;
    const answer = await this.#calls.preview({ ...this.#place, patterns: [...patterns] });
    this.refused = answer.ok ? null : answer.failure;
    if (answer.ok) this.proposal = { patterns, change: answer.value };
  }

  /** Writes what was proposed; answers with why it couldn't, or null. */
  async apply(): Promise<Failure | null> {
    const { proposal } = this;
    if (!this.#place || !proposal) return null;
    const { patterns, change } = proposal;
    const answer = await this.#calls.apply({
      ...this.#place,
      patterns: [...patterns],
      before: change.before,
    });
    if (!answer.ok) return answer.failure;
    this.look(this.#place);
    return null;
  }

  async undo(): Promise<void> {
    if (!this.#place) return;
    const answer = await this.#calls.undo(this.#place);
    this.refused = answer.ok ? null : answer.failure;
    this.look(this.#place);
  }

  async #take(update: ContextUpdate): Promise<void> {
    if (update.type === 'counting') {
      this.counting = update.sent;
      return;
    }
    this.counting = null;
    this.#endShown?.();
    this.#endShown = this.#endPending;
    this.#endPending = null;
    if (update.type === 'failed') this.result = { ok: false, failure: update.failure };
    else await this.#load(update.report);
  }

  /** Shows a report together with its first rows, so that nothing jumps. */
  async #load(report: ContextReport): Promise<void> {
    const withIgnored = this.#withIgnored;
    const folders = ['', ...[...this.#open].slice(0, MOST_KEPT_OPEN)];
    const found = await Promise.all(
      folders.map(async (path) => [path, await this.#page(report, path, 0)] as const),
    );
    if (withIgnored !== this.#withIgnored) return;
    this.#open.clear();
    this.pages.clear();
    for (const [path, page] of found) {
      if (page === null) continue;
      this.pages.set(path, page);
      if (path !== '') this.#open.add(path);
    }
    this.result = { ok: true, value: report };
  }

  async #page({ survey }: ContextReport, path: string, from: number): Promise<ContextPage | null> {
    const answer = await this.#calls.children({ survey, path, from, withIgnored: this.#withIgnored });
    return answer.ok ? answer.value : null;
  }

  #forget(): void {
    this.result = null;
    this.pages.clear();
    this.#open.clear();
    this.refused = null;
    this.proposal = null;
  }
}
