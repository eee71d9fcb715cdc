/** WideCopy: everything is copied before an install that reads a file or two. */
import { say } from '../../../words/index.js';
import type { CopyInstruction } from '../../syntax.js';
import type { Model, StageModel } from '../model.js';
import type { Fix } from '../rule.js';
import { isLower } from '../letter-case.js';
import { allOf } from './all-of.js';
import { blockOf, blockText } from './blocks.js';
import { brings, isWhole, type ContextCopy } from './copies.js';
import type { ProjectFile } from './installs.js';
import { bindsFiles, layoutsOf, type InstallRun, type StageLayout } from './stage-layout.js';
import { strataRule } from './strata-rule.js';

export const wideCopy = strataRule('WideCopy', {
  severity: 'warning',
  reason: 'why.WideCopy',
  *check(model) {
    const layouts = new Map(layoutsOf(model).map((layout) => [layout.stage, layout]));
    for (const layout of layouts.values()) {
      const copy = layout.copies.find((one) => isWhole(one));
      if (!copy) continue;
      const install = layout.installRuns.find(({ index }) => index > copy.index);
      if (!install || bindsFiles(install.step.instruction)) continue;
      const missing = missingFiles(install, (name) => isBrought(name, copy, layout, layouts));
      const [main] = missing;
      if (!main) continue;
      const title = install.installs.find(({ files }) => files?.includes(main))?.title;
      const patterns = missing.map(({ pattern }) => pattern).join(' ');
      const fix = split(copy, install, missing, layout, model);
      yield {
        message: say('strata.copy', {
          copy: written(copy.instruction),
          install: title ?? say('strata.copy.install'),
          line: String(install.step.instruction.range.start.line),
          names: allOf(missing.flatMap(({ names }) => names)),
          patterns,
        }),
        range: copy.instruction.sources[0]?.range ?? copy.instruction.range,
        ...(fix ? { fix } : {}),
      };
    }
  },
});

/** Whether a file is there already when everything is copied: from above in its stage, or from one that it is built on. */
function isBrought(
  name: string,
  copy: StageLayout['copies'][number],
  { stage, copies }: StageLayout,
  layouts: ReadonlyMap<StageModel, StageLayout>,
): boolean {
  const isFrom = (one: ContextCopy): boolean => !isWhole(one) && brings(one, name);
  if (copies.some((one) => one.index < copy.index && isFrom(one))) return true;
  for (const { copies: others } of layoutsAbove(stage, layouts)) if (others.some(isFrom)) return true;
  return false;
}

function* layoutsAbove(
  stage: StageModel,
  layouts: ReadonlyMap<StageModel, StageLayout>,
): Iterable<StageLayout> {
  for (let parent = stage.parent; parent; parent = parent.parent) {
    const layout = layouts.get(parent);
    if (layout) yield layout;
  }
}

function missingFiles({ installs }: InstallRun, isThere: (name: string) => boolean): readonly ProjectFile[] {
  const files = installs.flatMap((install) => install.files ?? []);
  // The first names what is installed; without it the others are of no use.
  const [main] = files;
  return main && !isThere(main.names[0]) ? files : [];
}

const written = ({ keyword, sources, destination }: CopyInstruction): string =>
  [keyword, ...sources.map(({ text }) => text), destination?.text ?? ''].join(' ');

/** Two copies with the install between them, where it is sure to read nothing else. */
function split(
  copy: ContextCopy & { readonly index: number },
  install: InstallRun,
  files: readonly ProjectFile[],
  { stage }: StageLayout,
  { source }: Model,
): Fix | null {
  const { instruction, sources, destination } = copy;
  const isPlain =
    sources.length === 1 &&
    !instruction.value.startsWith('[') &&
    instruction.flags.every(({ name }) => name !== 'exclude' && name !== 'parents');
  const isSafe =
    install.index === copy.index + 1 &&
    install.isOnlyInstalls &&
    install.installs.every(({ isSelfContained }) => isSelfContained) &&
    files.every(({ pattern }) => !pattern.includes('/'));
  const hasFolder =
    destination.startsWith('/') || stage.steps.some(({ instruction: { keyword } }) => keyword === 'WORKDIR');
  if (!isPlain || !isSafe || !hasFolder) return null;
  const block = blockOf(source, install.step.instruction);
  const { start } = blockOf(source, instruction);
  const words = [
    isLower(instruction.keywordText) ? 'copy' : 'COPY',
    ...instruction.flags.map(({ name, value }) => (value === null ? `--${name}` : `--${name}=${value}`)),
    ...files.map(({ pattern }) => pattern),
    `${(instruction.destination?.text ?? '.').replace(/\/+$/, '')}/`,
  ];
  return {
    title: say('strata.copy.fix', { patterns: files.map(({ pattern }) => pattern).join(' ') }),
    edits: [
      { range: { start, end: start }, text: `${words.join(' ')}\n${blockText(source, block)}` },
      { range: block, text: '' },
    ],
  };
}
