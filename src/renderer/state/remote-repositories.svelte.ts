/** One registry on screen: its repositories, the tags of one of them, and what tags stand for, asked for as they come in sight. */
import { SvelteMap } from 'svelte/reactivity';
import type { RemoteTag } from '../../shared/contract/repositories.js';
import type { Failure, Result } from '../../shared/failure.js';
import type { StrataClient } from './client.js';

/** Tags that are asked about at the same time. */
const AT_ONCE = 4;

/** A list that comes in pages. */
class Names {
  readonly #ask: (
    after: string | undefined,
  ) => Promise<Result<{ names: readonly string[]; next: string | null }>>;
  all: readonly string[] = $state.raw([]);
  next: string | null = $state(null);
  failure: Failure | null = $state.raw(null);
  isLoading = $state(false);
  isLoaded = $state(false);

  constructor(
    ask: (after: string | undefined) => Promise<Result<{ names: readonly string[]; next: string | null }>>,
  ) {
    this.#ask = ask;
  }

  /** The first page, or the one after those that are there. */
  async more(): Promise<void> {
    if (this.isLoading) return;
    this.isLoading = true;
    const answer = await this.#ask(this.next ?? undefined);
    this.isLoading = false;
    this.isLoaded = true;
    this.failure = answer.ok ? null : answer.failure;
    if (!answer.ok) return;
    const known = this.all;
    this.all = [...known, ...answer.value.names.filter((name) => !known.includes(name))];
    // A registry that gives the same page for ever is not followed for ever.
    this.next = this.all.length === known.length ? null : answer.value.next;
  }
}

export class RemoteRepositories {
  readonly registry: string;
  readonly #calls: StrataClient['repositories'];
  readonly repositories: Names;
  /** The repository whose tags are shown; '' for none. */
  repository = $state('');
  tags: Names | null = $state.raw(null);
  readonly #described = new SvelteMap<string, Result<RemoteTag>>();
  #waiting: string[] = [];
  #asking = 0;

  constructor(registry: string, calls: StrataClient['repositories']) {
    this.registry = registry;
    this.#calls = calls;
    this.repositories = new Names((after) =>
      calls.list({ registry, ...(after === undefined ? {} : { after }) }),
    );
    void this.repositories.more();
  }

  open(repository: string): void {
    this.repository = repository;
    this.#waiting = [];
    this.#described.clear();
    const { registry } = this;
    this.tags = new Names((after) =>
      this.#calls.tags({ registry, repository, ...(after === undefined ? {} : { after }) }),
    );
    void this.tags.more();
  }

  /** Undefined until it was answered; `want` asks for it. */
  described(tag: string): Result<RemoteTag> | undefined {
    return this.#described.get(tag);
  }

  want(tag: string): void {
    if (this.#described.has(tag) || this.#waiting.includes(tag)) return;
    this.#waiting.push(tag);
    void this.#work();
  }

  /** Out of sight again before its turn came. */
  unwant(tag: string): void {
    this.#waiting = this.#waiting.filter((waiting) => waiting !== tag);
  }

  async #work(): Promise<void> {
    if (this.#asking >= AT_ONCE) return;
    const tag = this.#waiting.shift();
    if (tag === undefined) return;
    const { registry, repository } = this;
    this.#asking++;
    const answer = await this.#calls.tag({ registry, repository, tag });
    this.#asking--;
    if (repository === this.repository) this.#described.set(tag, answer);
    void this.#work();
  }
}
