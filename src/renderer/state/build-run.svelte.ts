/** One build on screen: its job as it goes, the Dockerfile that it was started with, and the step looked at. */
import type { BuildState } from '../../shared/build-progress.js';
import type { BuildRequest } from '../../shared/contract/build-options.js';
import type { BuildOutcome, DockerfileText } from '../../shared/contract/builds.js';
import type { WatchedJob } from './jobs.svelte.js';

export class BuildRun {
  readonly job: WatchedJob<BuildState, BuildOutcome>;
  /** Null for a build that was started by another window. */
  readonly options: BuildRequest | null;
  /** As it was when the build started: later edits must not move the marked line. */
  readonly source: DockerfileText | null;

  /** The step that the user chose to look at; null: whichever is worth seeing. */
  chosen: string | null = $state(null);

  constructor(
    job: WatchedJob<BuildState, BuildOutcome>,
    options: BuildRequest | null,
    source: DockerfileText | null,
  ) {
    this.job = job;
    this.options = options;
    this.source = source;
  }

  /** What the build is called on screen: the image name that was asked for, or the job's own title. */
  get imageName(): string {
    return this.options?.imageName ?? this.job.summary.title;
  }
}
