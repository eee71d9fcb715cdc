/** Why the engine would refuse a file whose instructions are each right, in its own words. */
import type { Source } from './source.js';
import type { Diagnostic, Directive, Instruction, Stage } from './syntax.js';
import { placeOf, type Problem } from './problems.js';

/** What is wrong with the file as a whole. One that is nothing but the name of another frontend is right. */
export function fileProblems(
  source: Source,
  directives: readonly Directive[],
  instructions: readonly Instruction[],
  stages: readonly Stage[],
): readonly Diagnostic[] {
  if (
    instructions.length === 0 &&
    directives.some(({ range }) => source.text.charAt(range.start.offset) === '{')
  )
    return [];
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
  const absent = stages.flatMap((stage) => absentSources(stage, stages.length));
  return [...problems, ...absent].map((problem) => ({ severity: 'error', ...problem }));
}

/** `COPY --from=7` where there are fewer stages. */
function absentSources({ instructions }: Stage, stages: number): readonly Problem[] {
  return instructions
    .filter(({ keyword }) => keyword === 'COPY')
    .flatMap(({ flags }) => flags)
    .filter(({ name, value }) => name === 'from' && /^\d+$/.test(value ?? '') && Number(value) >= stages)
    .map(({ value, range }) => ({ message: `invalid stage index ${String(value)}`, range }));
}
