/** What another order of a Dockerfile's lines would have saved in the builds that were recorded. Pure. */
import type { PastBuildRecord, PastInstruction } from '../../../../shared/contract/history.js';
import { parseDockerfile } from '../../../../shared/dockerfile/parse.js';
import type { Instruction } from '../../../../shared/dockerfile/syntax.js';
import { formatDuration } from '../../../../shared/units.js';
import { say } from '../../../../shared/words/index.js';

export type Saving = {
  /** Time that steps took which would have been reused, in ms. */
  readonly ms: number;
  /** Builds in which there was something to reuse. */
  readonly builds: number;
  /** Builds that had what moves, and could be looked at. */
  readonly of: number;
};

/** What a step is remembered by as far as its lines go. */
type Moved = { readonly text: string; readonly above: readonly string[] };

/**
 * A step that moves up would have been reused when an earlier build had made it, and nothing that stays above it had
 * changed since. Only what the records show is counted: a build with other lines says nothing.
 * @param before the Dockerfile as it is
 * @param after the same lines in another order
 * @param records oldest first
 */
export function savedBy(before: string, after: string, records: readonly PastBuildRecord[]): Saving {
  const moved = movedUp(before, after);
  let [ms, builds, of] = [0, 0, 0];
  for (const [at, record] of records.entries()) {
    const earlier = records.slice(0, at);
    const known = moved.filter(({ text }) => record.instructions.some((one) => one.text === text));
    if (known.length === 0) continue;
    of++;
    const saved = known
      .filter(
        (one) =>
          !record.options.ignoreCache &&
          earlier.some((build) => hasMade(build, one) && basesOf(build) === basesOf(record)),
      )
      .map((one) => wasted(record, one))
      .reduce((sum, time) => sum + time, 0);
    ms += saved;
    if (saved > 0) builds++;
  }
  return { ms, builds, of };
}

/** In a person's words. */
export function savingSentence({ ms, builds, of }: Saving): string {
  if (of === 0) return say('editor.saving.unknown');
  if (builds === 0) return say('editor.saving.nothing', { of });
  return say('editor.saving.time', { of, builds, time: formatDuration(ms) });
}

/** Steps that have less above them in the new order. */
function movedUp(before: string, after: string): readonly Moved[] {
  const old = stepsOf(before);
  return stepsOf(after).filter(({ text, above }) => {
    const was = old.find((one) => one.text === text);
    return was !== undefined && above.length < was.above.length;
  });
}

function stepsOf(text: string): readonly Moved[] {
  return parseDockerfile(text).stages.flatMap(({ instructions }) => {
    const steps = instructions.filter(isStep);
    return steps.map((step, at) => ({ text: step.text, above: steps.slice(0, at).map((one) => one.text) }));
  });
}

const isStep = ({ keyword }: Instruction): boolean =>
  keyword === 'FROM' || keyword === 'RUN' || keyword === 'COPY' || keyword === 'ADD' || keyword === 'WORKDIR';

/** A name for the images that a build stood on. */
const basesOf = ({ instructions }: PastBuildRecord): string =>
  JSON.stringify(instructions.map(({ images }) => images));

/** Whether a build came past this step, with the same lines above it that will stay there. */
function hasMade({ instructions, pastSteps }: PastBuildRecord, { text, above }: Moved): boolean {
  const found = instructions.find((one) => one.text === text);
  if (!found || !above.every((line) => instructions.some((one) => one.text === line))) return false;
  const step = pastSteps.find(({ line }) => line === found.line);
  return step?.state === 'done' || step?.state === 'cached';
}

/** How long a step ran although all that stays above it was reused, in ms. */
function wasted({ instructions, pastSteps }: PastBuildRecord, { text, above }: Moved): number {
  const stepOf = ({ line }: PastInstruction) => pastSteps.find((step) => step.line === line);
  const found = instructions.find((one) => one.text === text);
  const step = found && stepOf(found);
  const isReused = above.every((line) => {
    const one = instructions.find((instruction) => instruction.text === line);
    return one !== undefined && (one.keyword === 'FROM' || stepOf(one)?.state === 'cached');
  });
  if (!isReused || step?.state !== 'done' || step.startedAt === null || step.endedAt === null) return 0;
  return Math.max(0, step.endedAt - step.startedAt);
}
