/** CacheOrder: what changes often stands above what takes long and doesn't need it. */
import { say } from '../../../words/index.js';
import type { Instruction } from '../../syntax.js';
import type { Model } from '../model.js';
import type { Fix, Problem } from '../rule.js';
import { blockOf, blockText } from './blocks.js';
import { allOf } from './all-of.js';
import { brings, changesOften, isWhole, reachesSystem } from './copies.js';
import { bindsFiles, installRange, layoutsOf, type InstallRun, type StageLayout } from './stage-layout.js';
import { strataRule } from './strata-rule.js';

export const cacheOrder = strataRule('CacheOrder', {
  severity: 'warning',
  reason: 'why.CacheOrder',
  *check(model) {
    for (const layout of layoutsOf(model)) {
      for (const install of layout.installRuns) {
        const problem = copyAbove(install, layout, model);
        if (problem) yield problem;
      }
      yield* argumentsAbove(layout);
    }
  },
});

function copyAbove(install: InstallRun, layout: StageLayout, model: Model): Problem | null {
  const { installs, isOnlyInstalls, index, step } = install;
  if (!isOnlyInstalls || bindsFiles(step.instruction)) return null;
  const files = installs.flatMap((one) => one.files ?? []);
  if (installs.some((one) => one.files === null)) return null;
  const { copies } = layout;
  const at = copies.findIndex((copy) => changesOften(copy) && !reachesSystem(copy));
  const first = copies[at];
  if (!first || first.index > index) return null;
  const earlier = copies.slice(0, at).filter((copy) => !isWhole(copy));
  const isFed = files
    .flatMap(({ names }) => names)
    .every((name) => earlier.some((copy) => brings(copy, name)));
  const isTouched = copies.slice(at).some((copy) => copy.index < index && reachesSystem(copy));
  if (!isFed || isTouched) return null;
  const fix = moved(install, first.index, layout, model);
  const titles = [...new Set(installs.map(({ title }) => title))];
  return {
    message: say('strata.order.copy', {
      install: allOf(titles),
      line: String(first.instruction.range.start.line),
    }),
    range: installRange(install),
    ...(fix ? { fix } : {}),
  };
}

/** An install doesn't depend on any of these. */
const PASSABLE: ReadonlySet<Instruction['keyword']> = new Set<Instruction['keyword']>([
  ...(['COPY', 'ADD', 'LABEL', 'EXPOSE', 'CMD', 'ENTRYPOINT', 'STOPSIGNAL', 'HEALTHCHECK'] as const),
]);

/** Above the copy, where nothing between the two could make a difference to it. */
function moved(
  { index, installs, step }: InstallRun,
  to: number,
  { stage }: StageLayout,
  { source }: Model,
): Fix | null {
  const needsFolder = installs.some(({ files }) => files !== null && files.length > 0);
  const isPassable = ({ keyword }: Instruction): boolean =>
    PASSABLE.has(keyword) || (keyword === 'WORKDIR' && !needsFolder);
  const between = stage.steps.slice(to, index).map(({ instruction }) => instruction);
  const copy = between[0];
  const before = stage.steps[to - 1]?.instruction.keyword;
  // Two RUNs in a row would be the next thing to mention.
  if (!copy || before === 'RUN' || !between.every(isPassable)) return null;
  const block = blockOf(source, step.instruction);
  const { start } = blockOf(source, copy);
  return {
    title: say('strata.order.fix', { line: String(copy.range.start.line) }),
    edits: [
      { range: { start, end: start }, text: blockText(source, block) },
      { range: block, text: '' },
    ],
  };
}

/** Arguments that have another value in each build. */
const CHANGING =
  /^(?:.*_)?(?:GIT_?(?:COMMIT|SHA|HASH|REV(?:ISION)?|REF)|COMMIT(?:_?(?:SHA|HASH|ID))?|VCS_REF|REVISION|BUILD_?(?:DATE|TIME|TIMESTAMP|NUMBER|ID)|CACHE_?BUST(?:ER)?)$/i;

function* argumentsAbove({ stage, installRuns }: StageLayout): Iterable<Problem> {
  for (const [index, { instruction }] of stage.steps.entries()) {
    if (instruction.keyword !== 'ARG') continue;
    for (const { key } of instruction.pairs) {
      if (!CHANGING.test(key.text)) continue;
      const install = installRuns.find((one) => one.index > index);
      if (!install || install.step.instruction.value.includes(key.text)) continue;
      const title = install.installs[0]?.title ?? say('strata.order.install');
      yield {
        message: say('strata.order.argument', {
          name: key.text,
          install: title,
          line: String(install.step.instruction.range.start.line),
        }),
        range: key.range,
      };
    }
  }
}
