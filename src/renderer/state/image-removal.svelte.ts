/** A removal of several images while it is done: one request after another, each with what came of it. */
import type { RemovedImage } from '../../shared/contract/images.js';
import type { Failure, Result } from '../../shared/failure.js';
import type { StrataClient } from './client.js';
import type { RemovalStep } from './removal-plan.js';

export type RemovalResult = { readonly name: string; readonly failure: Failure };

export class ImageRemoval {
  readonly #calls: Pick<StrataClient, 'images' | 'tags'>;
  readonly #steps: readonly RemovalStep[];
  readonly #onGone: (names: readonly string[]) => void;
  #isStopped = false;

  readonly count: number;
  /** How many steps have ended, one way or the other. */
  ended = $state(0);
  isRunning = $state(false);
  /** Names that no longer point at anything, and images that are no longer there. */
  untagged = $state(0);
  deleted = $state(0);
  refused: readonly RemovalResult[] = $state.raw([]);

  /** `onGone` hears by what names something was known that has just gone. */
  constructor(
    client: StrataClient,
    steps: readonly RemovalStep[],
    onGone: (names: readonly string[]) => void,
  ) {
    this.#calls = client;
    this.#steps = steps;
    this.count = steps.length;
    this.#onGone = onGone;
  }

  async run(): Promise<void> {
    this.isRunning = true;
    for (const step of this.#steps) {
      if (this.#isStopped) break;
      const answer = await this.#do(step);
      this.ended++;
      if (!answer.ok) {
        this.refused = [...this.refused, { name: step.name, failure: answer.failure }];
        continue;
      }
      this.untagged += answer.value.untagged.length;
      if (step.does === 'delete') this.deleted++;
      this.#onGone(step.does === 'delete' ? [step.image, ...step.names] : [step.name]);
    }
    this.isRunning = false;
  }

  /** What has not begun stays. */
  stop(): void {
    this.#isStopped = true;
  }

  #do(step: RemovalStep): Promise<Result<RemovedImage>> {
    return step.does === 'delete'
      ? this.#calls.images.remove({ image: step.image })
      : this.#calls.tags.remove({ image: step.image, reference: step.name });
  }
}
