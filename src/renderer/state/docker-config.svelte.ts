/** Docker's own config as main has read it, and what is about to be changed in it. Never a secret. */
import type {
  DockerConfigLogin,
  DockerConfigPlan,
  DockerConfigReport,
  HelperStatus,
} from '../../shared/contract/docker-config.js';
import type { Failure, Result } from '../../shared/failure.js';
import type { StrataClient } from './client.js';
import type { LoginsState } from './logins.svelte.js';

export class DockerConfigState {
  readonly #calls: StrataClient['dockerConfig'];
  readonly #logins: LoginsState;

  /** Null until main has answered. */
  result: Result<DockerConfigReport> | null = $state.raw(null);
  /** Whether docker asks Strata. Null until main has answered. */
  helper: Result<HelperStatus> | null = $state.raw(null);
  /** A log-out that is shown and asked about. */
  erasing: { readonly registry: string | null; readonly plan: DockerConfigPlan } | null = $state.raw(null);

  constructor(client: StrataClient, logins: LoginsState) {
    this.#calls = client.dockerConfig;
    this.#logins = logins;
  }

  get installedHelpers(): readonly string[] {
    return this.result?.ok ? this.result.value.installedHelpers : [];
  }

  /** What docker has, and Strata takes because it has none of its own. */
  get used(): readonly DockerConfigLogin[] {
    if (!this.result?.ok) return [];
    const own = this.#logins.logins.flatMap(({ registry, prefix }) =>
      prefix === undefined ? [registry] : [],
    );
    return this.result.value.logins.filter((login) => {
      const canBeRead = login.storage === 'helper' ? !login.isMissing : login.canMove;
      return login.isUsed && canBeRead && !own.includes(login.registry);
    });
  }

  async load(): Promise<void> {
    this.result = await this.#calls.report();
  }

  /** Answers with why it was not moved, or null. */
  move({ path, key }: DockerConfigLogin): Promise<Failure | null> {
    return this.#done(this.#calls.move({ path, key }));
  }

  putBack(id: string): Promise<Failure | null> {
    return this.#done(this.#calls.putBack({ id }));
  }

  /** Asks about docker's own login for a registry, or about all of them (null), if there is one. */
  async offerErase(registry: string | null): Promise<Failure | null> {
    const planned = await this.#calls.planErase({ registry });
    if (!planned.ok) return planned.failure;
    this.erasing = planned.value === null ? null : { registry, plan: planned.value };
    return null;
  }

  async loadHelper(): Promise<void> {
    this.helper = await this.#calls.helper();
  }

  /** For one registry, or for all (null). */
  planHelper(registry: string | null, on: boolean): Promise<Result<DockerConfigPlan | null>> {
    return this.#calls.planHelper({ registry, on });
  }

  apply(id: string): Promise<Failure | null> {
    return this.#done(this.#calls.apply({ id }));
  }

  /** What was done may have changed both lists. */
  async #done(work: Promise<Result<unknown>>): Promise<Failure | null> {
    const result = await work;
    await Promise.all([this.load(), this.loadHelper(), this.#logins.load()]);
    return result.ok ? null : result.failure;
  }
}
