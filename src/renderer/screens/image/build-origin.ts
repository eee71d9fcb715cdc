/** Where an image that Strata built comes from: the line of the Dockerfile behind each row of its history. */
import type { ImageStep } from '../../../shared/contract/images.js';
import { parseDockerfile } from '../../../shared/dockerfile/parse.js';
import type { Instruction, Stage } from '../../../shared/dockerfile/syntax.js';
import type { StrataClient } from '../../state/client.js';

export type BuildOrigin = {
  readonly folder: string;
  readonly dockerfile: string;
  /** By the index of the step, from 1. */
  readonly lines: ReadonlyMap<number, number>;
};

type Built = { readonly id: string; readonly steps: readonly ImageStep[] };

/** Null: no build that is kept made this image. */
export async function originOf(history: StrataClient['history'], image: Built): Promise<BuildOrigin | null> {
  const past = await history.list({});
  const build = past.ok ? past.value.find(({ imageId }) => imageId === image.id) : undefined;
  const record = build && (await history.record({ id: build.id }));
  if (!record?.ok || record.value.source === '') return null;
  const { folder, dockerfile, source, target } = record.value;
  return { folder, dockerfile, lines: linesOf(image.steps, source, target) };
}

/**
 * The line of each step that an instruction of `source` made, by the step's index. Top first, an instruction a step, for
 * as long as they go together: below lies the base image.
 */
export function linesOf(
  steps: readonly ImageStep[],
  source: string,
  target: string | null,
): ReadonlyMap<number, number> {
  const { stages } = parseDockerfile(source);
  const instructions = chainOf(stages, target).reverse();
  const lines = new Map<number, number>();
  let next = 0;
  for (const { index, instruction } of steps.toReversed()) {
    const keyword = /^[A-Z]+/.exec(instruction)?.[0];
    const made = instructions[next];
    if (!made) break;
    if (made.keyword === keyword) {
      lines.set(index, made.range.start.line);
      next++;
    }
    // The classic builder adds labels that were given with the build, as one more row.
    else if (keyword !== 'LABEL') break;
  }
  return lines;
}

/** The instructions that the target stands on, its own last: those of the stages below it come first. */
function chainOf(stages: readonly Stage[], target: string | null): Instruction[] {
  const chain: Stage[] = [];
  let stage = target === null ? stages.at(-1) : named(stages, target);
  while (stage) {
    chain.unshift(stage);
    // Only an earlier stage can be stood on.
    stage = named(stages.slice(0, stage.index), stage.from.image?.text ?? '');
  }
  return chain.flatMap(({ instructions }) => instructions.filter(({ keyword }) => keyword !== 'FROM'));
}

const named = (stages: readonly Stage[], name: string): Stage | undefined =>
  stages.findLast((stage) => stage.name === name.toLowerCase()) ??
  (/^\d{1,4}$/.test(name) ? stages[Number(name)] : undefined);
