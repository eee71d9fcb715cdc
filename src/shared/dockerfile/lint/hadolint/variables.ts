/** What the file itself sets a variable to, as far as it tells. */
import { expandWord } from '../../words.js';
import type { Model, StageModel, Step } from '../model.js';

/** `at` is the index of its step; the value is null for an ARG without a default. */
type Definition = { readonly at: number; readonly value: string | null };

type Definitions = {
  readonly places: ReadonlyMap<Step, number>;
  /** By ENV, which a stage hands on to those built on it. */
  readonly set: ReadonlyMap<StageModel | null, ReadonlyMap<string, readonly Definition[]>>;
  /** What was found of a variable in the stages that one is built on. */
  readonly inherited: Map<StageModel, Map<string, string | null | undefined>>;
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
  const own = all.set
    .get(step.stage)
    ?.get(name)
    ?.findLast(({ at }) => at < before);
  if (own) return own.value;
  const inherited = inheritedValue(all, step.stage, name);
  if (inherited !== undefined) return inherited;
  return all.declared.get(name)?.findLast(({ at }) => at < before)?.value;
}

/** What ENV has set it to in the nearest of the stages that one is built on. */
function inheritedValue(
  { set, inherited }: Definitions,
  stage: StageModel | null,
  name: string,
): string | null | undefined {
  const passed: Map<string, string | null | undefined>[] = [];
  let value: string | null | undefined;
  for (let one = stage; one?.parent; one = one.parent) {
    let values = inherited.get(one);
    if (!values) inherited.set(one, (values = new Map<string, string | null | undefined>()));
    passed.push(values);
    const last = set.get(one.parent)?.get(name)?.at(-1);
    value = last ? last.value : values.get(name);
    if (last || values.has(name)) break;
  }
  for (const values of passed) values.set(name, value);
  return value;
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
  return { places, set, declared, inherited: new Map() };
}

/** Without its quotes and escapes; its own variables stay as they are. What doesn't close is taken off all the same. */
export function unquote(text: string): string {
  const expansion = expandWord(text, NOTHING_SET, { keepsUnset: true });
  return expansion.ok ? expansion.text : text.replace(/^["']|["']$/g, '');
}
