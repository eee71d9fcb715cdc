/** What the file itself sets a variable to, as far as it tells. */
import { expandWord } from '../../words.js';
import type { Model, StageModel, Step } from '../model.js';
import { lineage } from './steps.js';

/** `at` is the index of its step; the value is null for an ARG without a default. */
type Definition = { readonly at: number; readonly value: string | null };

type Definitions = {
  readonly places: ReadonlyMap<Step, number>;
  /** By ENV, which a stage hands on to those built on it. */
  readonly set: ReadonlyMap<StageModel | null, ReadonlyMap<string, readonly Definition[]>>;
  /** By ARG, wherever it stands. */
  readonly declared: ReadonlyMap<string, readonly Definition[]>;
};

const VARIABLE = /\$(?:\{(\w+)[^}]*\}|(\w+))/g;
const NOTHING_SET: ReadonlyMap<string, string> = new Map();
const known = new WeakMap<Model, Definitions>();

/** What a variable is at a step: null when it is declared without a value, undefined when nothing in the file tells. */
export function variableAt(model: Model, step: Step, name: string): string | null | undefined {
  let all = known.get(model);
  if (!all) known.set(model, (all = definitionsOf(model)));
  const before = all.places.get(step) ?? 0;
  for (const stage of step.stage ? lineage(step.stage) : [null]) {
    const found = all.set
      .get(stage)
      ?.get(name)
      ?.findLast(({ at }) => at < before);
    if (found) return found.value;
  }
  return all.declared.get(name)?.findLast(({ at }) => at < before)?.value;
}

/** A shell's word with the variables in it replaced; one without a value by `unknown`, one that nothing tells of stays. */
export function replaceVariables(model: Model, step: Step, text: string, unknown: string): string {
  return text.replace(VARIABLE, (whole: string, braced?: string, bare?: string) => {
    const value = variableAt(model, step, braced ?? bare ?? '');
    return value === undefined ? whole : (value ?? unknown);
  });
}

function definitionsOf(model: Model): Definitions {
  const places = new Map<Step, number>();
  const set = new Map<StageModel | null, Map<string, Definition[]>>();
  const declared = new Map<string, Definition[]>();
  for (const [at, step] of model.steps.entries()) {
    places.set(step, at);
    const { effective, stage } = step;
    if (effective.keyword !== 'ENV' && effective.keyword !== 'ARG') continue;
    let names = declared;
    if (effective.keyword === 'ENV') {
      names = set.get(stage) ?? new Map<string, Definition[]>();
      set.set(stage, names);
    }
    for (const { key, value } of effective.pairs) {
      const definition = { at, value: value && unquote(value.text) };
      const before = names.get(key.text);
      if (before) before.push(definition);
      else names.set(key.text, [definition]);
    }
  }
  return { places, set, declared };
}

/** Without its quotes and escapes; its own variables stay as they are. What doesn't close is taken off all the same. */
export function unquote(text: string): string {
  const expansion = expandWord(text, NOTHING_SET, { keepsUnset: true });
  return expansion.ok ? expansion.text : text.replace(/^["']|["']$/g, '');
}
