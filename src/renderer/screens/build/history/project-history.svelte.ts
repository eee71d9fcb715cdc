/** The past builds of one folder as the screen shows them: the list, the trend, the one that is looked at. */
import type { BuildLogLine } from '../../../../shared/build-progress.js';
import {
  MAX_LOG_WINDOW,
  type BuildComparison,
  type PastBuild,
  type PastBuildRecord,
  type TrendPoint,
} from '../../../../shared/contract/history.js';
import type { Failure, Result } from '../../../../shared/failure.js';
import type { StrataClient } from '../../../state/client.js';

export type PastOutput = { readonly lines: readonly BuildLogLine[]; readonly dropped: number };

export class ProjectHistory {
  readonly #calls: StrataClient['history'];
  readonly #folder: string;

  /** Null until main has answered. */
  builds: Result<readonly PastBuild[]> | null = $state.raw(null);
  trend: readonly TrendPoint[] = $state.raw([]);
  opened: OpenedBuild | null = $state.raw(null);

  constructor(calls: StrataClient['history'], folder: string) {
    this.#calls = calls;
    this.#folder = folder;
  }

  /** Keeps the list new until the answer is called. */
  follow(): () => void {
    void this.look();
    return this.#calls.changed(({ folder }) => {
      if (folder === null || folder === this.#folder) void this.look();
    });
  }

  async look(): Promise<void> {
    const folder = this.#folder;
    const [builds, trend] = await Promise.all([this.#calls.list({ folder }), this.#calls.trend({ folder })]);
    this.builds = builds;
    if (trend.ok) this.trend = trend.value;
  }

  open(build: PastBuild): void {
    this.opened = new OpenedBuild(this.#calls, build);
  }

  close(): void {
    this.opened = null;
  }

  /** Null when it was removed. */
  async remove(id: string): Promise<Failure | null> {
    const answer = await this.#calls.remove({ id });
    return answer.ok ? null : answer.failure;
  }
}

/** One past build, looked at. */
export class OpenedBuild {
  readonly #calls: StrataClient['history'];
  readonly build: PastBuild;

  record: Result<PastBuildRecord> | null = $state.raw(null);
  /** The value is null when there is none to compare with. */
  comparison: Result<BuildComparison | null> | null = $state.raw(null);
  /** The step whose output is shown. */
  chosen: string | null = $state(null);
  output: Result<PastOutput> | null = $state.raw(null);

  constructor(calls: StrataClient['history'], build: PastBuild) {
    this.#calls = calls;
    this.build = build;
    void this.#look();
  }

  async #look(): Promise<void> {
    const { id } = this.build;
    this.record = await this.#calls.record({ id });
    if (this.record.ok) {
      const { pastSteps } = this.record.value;
      const notable =
        pastSteps.find(({ state }) => state === 'failed') ?? pastSteps.findLast(({ lines }) => lines > 0);
      if (notable) await this.choose(notable.id);
    }
    this.comparison = await this.#calls.compare({ id });
  }

  /** Shows what a step said: its last lines, as many as are sent at once. */
  async choose(step: string): Promise<void> {
    this.chosen = step;
    this.output = null;
    const kept = this.record?.ok ? this.record.value.pastSteps.find(({ id }) => id === step) : undefined;
    const from = Math.max(0, (kept?.lines ?? 0) - MAX_LOG_WINDOW);
    const answer = await this.#calls.log({ id: this.build.id, step, from, count: MAX_LOG_WINDOW });
    // Another one was chosen meanwhile.
    if (this.chosen !== step) return;
    this.output = answer.ok
      ? { ok: true, value: { lines: answer.value.lines, dropped: answer.value.dropped + from } }
      : answer;
  }
}
