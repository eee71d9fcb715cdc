/** Why the engine would refuse a file whose instructions are each right, in its own words. */
import type { Source } from './source.js';
import type { Diagnostic, Instruction, Stage } from './syntax.js';
import { placeOf, type Problem } from './problems.js';

/** What is wrong with the file as a whole. */
export function fileProblems(
  source: Source,
  instructions: readonly Instruction[],
  stages: readonly Stage[],
): readonly Diagnostic[] {
  if (instructions.length === 0)
    return [{ severity: 'error', message: 'file with no instructions', range: source.range(0, 0) }];
  const problems: Problem[] = [];
  const stray = instructions.find(({ keyword }) => keyword !== 'ARG' && keyword !== 'UNKNOWN');
  if (stray && stray.keyword !== 'FROM')
    problems.push({ message: 'no build stage in current context', range: placeOf(stray) });
  else if (stages.length === 0)
    problems.push({
      message: 'dockerfile contains no stages to build',
      range: source.range(0, source.text.length),
    });
  for (const stage of stages) problems.push(...laterSources(stage, stages));
  return problems.map((problem) => ({ severity: 'error', ...problem }));
}

/** `COPY --from` of a stage that isn't there yet. */
function laterSources(stage: Stage, stages: readonly Stage[]): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { keyword, flags } of stage.instructions) {
    if (keyword !== 'COPY') continue;
    for (const { name, value, range } of flags) {
      if (name !== 'from' || value === null || !/^\d+$/.test(value)) continue;
      if (Number(value) >= stages.length) problems.push({ message: `invalid stage index ${value}`, range });
    }
  }
  return problems;
}
