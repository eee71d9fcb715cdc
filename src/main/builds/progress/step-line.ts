/** Where in the Dockerfile a step comes from. Pure. Names as in moby/buildkit frontend/dockerfile/dockerfile2llb/convert.go. */
import type { Dockerfile, Instruction } from '../../../shared/dockerfile/syntax.js';

/**
 * `[build 2/5] RUN npm ci`, `[stage-1 1/3] FROM …`, `[2/5] COPY . .`; also `[linux/amd64 build 2/5] …`, and with
 * spaces before the number when there are ten steps or more: `[build  2/12] …`, `[ 2/12] …`.
 */
const STEP =
  /^\[(?:[a-z0-9]+(?:\/[a-z0-9]+)+(?:->[a-z0-9/]+)? )?(?:(\S+) )? *(\d+)\/(\d+)\] (\S+)\s*([\s\S]*)$/;
/** The classic builder: `Step 3/7 : RUN npm ci` counts every instruction. */
const CLASSIC = /^Step (\d+)\/\d+ : (\S+)/;
/** Buildah, which is Podman's: `STEP 3/7: RUN npm ci`, and with several stages `[1/2] STEP 3/7: RUN npm ci`. */
const BUILDAH = /^(?:\[\d+\/\d+\] )?STEP (\d+)\/(\d+): (\S+)\s*([\s\S]*)$/;
/** BuildKit counts those that make a step; settings are part of the image's configuration. */
const COUNTED = new Set(['FROM', 'RUN', 'COPY', 'ADD', 'WORKDIR']);

/** The line, from 1; null for a step of the engine's own, or one that this Dockerfile doesn't have. */
export function lineOfStep(name: string, dockerfile: Dockerfile): number | null {
  const classic = CLASSIC.exec(name);
  if (classic) return lineIf(classic[2], dockerfile.instructions[Number(classic[1]) - 1]);
  const buildah = BUILDAH.exec(name);
  if (buildah) return lineOfBuildah(buildah, dockerfile);
  const step = STEP.exec(name);
  if (!step) return null;
  const [, stage, number, total, keyword, rest = ''] = step;
  const instructions = stageOf(stage, dockerfile)?.instructions ?? [];
  const all = instructions.filter((instruction) => COUNTED.has(instruction.keyword));
  // FROM scratch and FROM an earlier stage do nothing, and aren't counted.
  const counted = all.length === Number(total) + 1 ? all.slice(1) : all;
  const line = counted.length === Number(total) ? lineIf(keyword, counted[Number(number) - 1]) : null;
  // A base image's ONBUILD instructions are counted too: then the words decide, when only one line has them.
  return line ?? onlyLineSaying(keyword, rest, all);
}

/** A single stage isn't named in the step; several are `stage-0`, `stage-1`… unless they have a name. */
function stageOf(name: string | undefined, { stages }: Dockerfile) {
  if (name === undefined) return stages.length === 1 ? stages[0] : undefined;
  const number = /^stage-(\d+)$/.exec(name)?.[1];
  return (
    stages.findLast((stage) => stage.name === name.toLowerCase()) ??
    (number === undefined ? undefined : stages[Number(number)])
  );
}

/** Its stages are those that it builds, so their number says little: the place within one and the words do. */
function lineOfBuildah(
  [, number, total, keyword, rest = '']: RegExpExecArray,
  { stages }: Dockerfile,
): number | null {
  const fitting = stages
    .filter(({ instructions }) => instructions.length === Number(total))
    .flatMap(({ instructions }) => instructions[Number(number) - 1] ?? []);
  if (fitting.length === 1) return lineIf(keyword, fitting[0]);
  const all = fitting.length > 0 ? fitting : stages.flatMap(({ instructions }) => instructions);
  return onlyLineSaying(keyword, rest, all);
}

const lineIf = (keyword: string | undefined, instruction: Instruction | undefined): number | null =>
  instruction !== undefined && instruction.keyword === keyword?.toUpperCase()
    ? instruction.range.start.line
    : null;

function onlyLineSaying(
  keyword: string | undefined,
  rest: string,
  instructions: readonly Instruction[],
): number | null {
  const said = plain(rest);
  const saying = instructions.filter(
    (instruction) =>
      instruction.keyword === keyword?.toUpperCase() &&
      plain(instruction.text.slice(keyword.length)) === said,
  );
  return saying.length === 1 ? (saying[0]?.range.start.line ?? null) : null;
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
