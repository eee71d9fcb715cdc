/** Labels that a project asks its images to have. Without such a list none of these rules finds anything. */
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

const present = hadolintRule(
  'DL3049',
  'info',
  'The project asks for it, so that whoever finds the image knows.',
  function* (model) {
    for (const name of labelsOf(model).keys())
      for (const stage of stagesWithout(model, name))
        yield problemAt(stage.stage.from.range, `The label “${name}” is missing`);
  },
);

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

const noOthers = hadolintRule(
  'DL3050',
  'info',
  'The project asks for no other labels than those on its list.',
  function* (model) {
    const labels = labelsOf(model);
    if (model.options.hadolint?.areLabelsStrict !== true) return;
    for (const [, { key }] of pairsOf(model))
      if (!labels.has(unquote(key.text)))
        yield problemAt(key.range, `The label “${unquote(key.text)}” is not on the list`);
  },
);

function* pairsOf({ steps }: Model): Generator<readonly [string, Pair]> {
  for (const { instruction } of stepsWith(steps, 'LABEL'))
    for (const pair of instruction.pairs) yield [unquote(pair.value?.text ?? ''), pair];
}

const notEmpty = hadolintRule('DL3051', 'warning', 'An empty label says nothing.', function* (model) {
  const labels = labelsOf(model);
  for (const [value, { key }] of pairsOf(model))
    if (labels.has(unquote(key.text)) && value.trim() === '')
      yield problemAt(key.range, `The label “${unquote(key.text)}” is empty`);
});

/** A rule for the labels that are to be of one kind. Variables are not judged. */
function valueRule(rule: string, kind: LabelKind, what: string): Rule {
  return hadolintRule(
    rule,
    'warning',
    `The project asks for ${what} there.`,
    function* (model): Generator<Problem> {
      const labels = labelsOf(model);
      for (const [value, { key, value: written }] of pairsOf(model)) {
        const name = unquote(key.text);
        if (labels.get(name) !== kind || value === '' || value.includes('$') || isOfKind(value, kind))
          continue;
        yield problemAt(
          written?.range ?? key.range,
          `The label “${name}” is “${value}”, which is not ${what}`,
        );
      }
    },
  );
}

export const labelSchemaRules = [
  present,
  noOthers,
  notEmpty,
  valueRule('DL3052', 'url', 'an address'),
  valueRule('DL3053', 'rfc3339', 'a time as RFC 3339 writes it'),
  valueRule('DL3054', 'spdx', 'a licence’s SPDX identifier'),
  valueRule('DL3055', 'hash', 'a Git hash'),
  valueRule('DL3056', 'semver', 'a semantic version'),
  valueRule('DL3058', 'email', 'an e-mail address'),
];
