/** Labels that a project asks its images to have. Without such a list none of these rules finds anything. */
import { say } from '../../../words/index.js';
import type { Pair } from '../../syntax.js';
import type { Model, StageModel } from '../model.js';
import type { Problem, Rule } from '../rule.js';
import { hadolintRule, problemAt, stepsWith } from './hadolint-rule.js';
import { isOfKind, type LabelKind } from './label-values.js';
import { mountSource } from './mounts.js';
import { stageNamed } from './stage-names.js';
import { inheriting } from './steps.js';
import { unquote } from './variables.js';

const NO_LABELS: ReadonlyMap<string, LabelKind> = new Map();

function labelsOf({ options }: Model): ReadonlyMap<string, LabelKind> {
  return options.hadolint?.labels ?? NO_LABELS;
}

const present = hadolintRule('DL3049', 'info', 'why.DL3049', function* (model) {
  for (const name of labelsOf(model).keys())
    for (const stage of stagesWithout(model, name))
      yield problemAt(stage.stage.from.range, say('checks.label.missing', { name }));
});

/** Stages that neither have a label nor are there for one that has it. */
function stagesWithout(model: Model, label: string): readonly StageModel[] {
  const { stages } = model;
  const served = new Set(inheriting(model, (stage) => setsLabel(stage, label)));
  for (const stage of [...stages].reverse())
    if (served.has(stage)) for (const used of usedBy(model, stage)) served.add(used);
  return stages.filter((stage) => !served.has(stage));
}

function setsLabel({ steps }: StageModel, label: string): boolean {
  return [...stepsWith(steps, 'LABEL')].some(({ instruction }) =>
    instruction.pairs.some(({ key }) => unquote(key.text) === label),
  );
}

/** What a stage is built on, and what it takes files from. */
function* usedBy(model: Model, { stage, parent, steps }: StageModel): Generator<StageModel> {
  if (parent) yield parent;
  for (const { effective } of steps)
    for (const { name, value } of effective.flags) {
      if (value === null || (name !== 'from' && name !== 'mount')) continue;
      const source = name === 'from' ? value : mountSource(value);
      if (source === null) continue;
      const index = /^\d+$/.test(source) ? Number(source) : stageNamed(model, source, stage.index)?.index;
      const used = index !== undefined && index < stage.index ? model.stages[index] : undefined;
      if (used) yield used;
    }
}

const noOthers = hadolintRule('DL3050', 'info', 'why.DL3050', function* (model) {
  const labels = labelsOf(model);
  if (model.options.hadolint?.areLabelsStrict !== true) return;
  for (const [, { key }] of pairsOf(model))
    if (!labels.has(unquote(key.text)))
      yield problemAt(key.range, say('checks.label.unlisted', { name: unquote(key.text) }));
});

function* pairsOf({ steps }: Model): Generator<readonly [string, Pair]> {
  for (const { instruction } of stepsWith(steps, 'LABEL'))
    for (const pair of instruction.pairs) yield [unquote(pair.value?.text ?? ''), pair];
}

const notEmpty = hadolintRule('DL3051', 'warning', 'why.DL3051', function* (model) {
  const labels = labelsOf(model);
  for (const [value, { key }] of pairsOf(model))
    if (labels.has(unquote(key.text)) && value.trim() === '')
      yield problemAt(key.range, say('checks.label.empty', { name: unquote(key.text) }));
});

type ValueRule = 'DL3052' | 'DL3053' | 'DL3054' | 'DL3055' | 'DL3056' | 'DL3058';

/** A rule for the labels that are to be of one kind. Variables are not judged. */
function valueRule(rule: ValueRule, kind: Exclude<LabelKind, 'text'>): Rule {
  return hadolintRule(rule, 'warning', `why.${rule}`, function* (model): Generator<Problem> {
    const labels = labelsOf(model);
    for (const [value, { key, value: written }] of pairsOf(model)) {
      const name = unquote(key.text);
      if (labels.get(name) !== kind || value === '' || value.includes('$') || isOfKind(value, kind)) continue;
      yield problemAt(written?.range ?? key.range, say(`checks.label.${kind}`, { name, value }));
    }
  });
}

export const labelSchemaRules = [
  present,
  noOthers,
  notEmpty,
  valueRule('DL3052', 'url'),
  valueRule('DL3053', 'rfc3339'),
  valueRule('DL3054', 'spdx'),
  valueRule('DL3055', 'hash'),
  valueRule('DL3056', 'semver'),
  valueRule('DL3058', 'email'),
];
