/**
 * What the next build will reuse and what it will run, told before it runs: by what was built before, and by what each step is
 * remembered by. Pure. BuildKit's rules: solver/cachemanager.go (a step is known by its definition and its inputs' keys; what is
 * copied out of another stage by its content).
 */
import type { PlannedStep } from './plan.js';

export type Fate = 'reused' | 'rerun';

/** Why a step will run: the first of these that holds. */
export type RerunReason =
  /** The cache is not to be used. */
  | 'ignored'
  /** A step that it starts from runs. */
  | 'above'
  /** A step of another stage that it takes files from runs. */
  | 'source'
  /** The base image is another one. */
  | 'base'
  /** The files that it takes are other ones. */
  | 'files'
  /** The line says the same, but arguments or variables are other ones. */
  | 'arguments'
  /** The line is another one. */
  | 'instruction'
  /** Nothing like it was built before. */
  | 'new';

export type StepForecast = {
  readonly step: PlannedStep;
  readonly fate: Fate;
  /** Null for what is reused. */
  readonly reason: RerunReason | null;
  /** How long it took when it last ran, in ms; null when it never did. */
  readonly ms: number | null;
};

/** What the steps of a plan take in, as digests. */
export type Inputs = {
  /** The id of each image that is named; null when the engine doesn't have it. */
  readonly images: ReadonlyMap<string, string | null>;
  /** For each step of the plan, what its paths of the context hold; empty for those that take none. */
  readonly context: readonly string[];
  /** The same of their names alone, and of their contents. */
  readonly names: readonly string[];
  readonly contents: readonly string[];
  readonly digest: (text: string) => string;
};

/** What is known from earlier builds of the project. */
export type Experience = {
  /** By what a step is remembered by: what came of it. */
  readonly results: ReadonlyMap<string, string>;
  /** By the own key of a copy out of another stage: its latest result. */
  readonly copies: ReadonlyMap<string, string>;
  /** By what made such a copy's stage run again: whether what is copied stayed the same, the last time. See `habitOf`. */
  readonly habits: ReadonlyMap<string, boolean>;
  /** By a step's text: how long it took when it last ran, in ms. */
  readonly times: ReadonlyMap<string, number>;
  /** The steps of the latest build. */
  readonly latest: readonly RememberedStep[];
};

export type RememberedStep = {
  readonly stage: number;
  readonly text: string;
  readonly recipe: string;
  readonly context: string;
  /** What the files are called, and what they hold. */
  readonly names: string;
  readonly contents: string;
  readonly images: string;
};

export type Ignored = 'nothing' | 'everything' | { readonly stage: number };

/** A step, and what it is remembered by. */
export type KeyedStep = StepForecast & {
  readonly key: string;
  /** Of a copy out of another stage: its own key, whatever that stage holds. */
  readonly copyKey: string | null;
  /** What comes of it, if the forecast holds. */
  readonly result: string;
  readonly remembered: RememberedStep;
  readonly parent: KeyedStep | undefined;
  /** The steps of other stages that it takes files from. */
  readonly sources: readonly KeyedStep[];
};

/** The steps of `plan` in its order, each with its fate. */
export function forecastBuild(
  plan: readonly PlannedStep[],
  inputs: Inputs,
  experience: Experience,
  ignored: Ignored,
): readonly KeyedStep[] {
  return keyed(plan, inputs, experience, ({ step, key, copyKey, parent, sources, remembered }) => {
    // Neither a base image nor a folder is made anew because the cache is ignored.
    const isIgnored =
      step.keyword !== 'FROM' &&
      step.keyword !== 'WORKDIR' &&
      (ignored === 'everything' || (ignored !== 'nothing' && ignored.stage === step.stage));
    const known = isIgnored
      ? undefined
      : (experience.results.get(key) ??
        (copyKey === null ? undefined : guess(copyKey, step, sources, experience)));
    if (known !== undefined) return { fate: 'reused', reason: null, result: known };
    const reason = reasonOf(remembered, { isIgnored, parent, sources }, experience.latest);
    return { fate: 'rerun', reason, result: key };
  });
}

/** The same steps as they really went. What wasn't reached, or failed, comes to nothing that is known. */
export function settleBuild(
  plan: readonly PlannedStep[],
  inputs: Inputs,
  experience: Experience,
  fateOf: (step: PlannedStep) => Fate | null,
): readonly KeyedStep[] {
  return keyed(plan, inputs, experience, ({ step, key, copyKey }) => {
    const before = experience.results.get(key) ?? experience.copies.get(copyKey ?? '');
    // A base image is looked up each time, which says nothing of whether it is another one.
    const isBase = step.keyword === 'FROM';
    const fate = isBase ? (before === undefined ? 'rerun' : 'reused') : (fateOf(step) ?? 'rerun');
    const result = fate === 'reused' ? (before ?? key) : key;
    return { fate, reason: null, result };
  });
}

type Keyed = Pick<KeyedStep, 'step' | 'key' | 'copyKey' | 'remembered' | 'parent' | 'sources'>;

/** What a step is remembered by depends on what came of those before it, so they are decided one after another. */
function keyed(
  plan: readonly PlannedStep[],
  inputs: Inputs,
  experience: Experience,
  decide: (step: Keyed) => Pick<KeyedStep, 'fate' | 'reason' | 'result'>,
): readonly KeyedStep[] {
  const done: KeyedStep[] = [];
  for (const [at, step] of plan.entries()) {
    const remembered = rememberedOf(step, inputs, at);
    const parent = step.parent === null ? undefined : done[step.parent];
    const sources = step.from.flatMap((other) => done[other] ?? []);
    const { recipe, context, images } = remembered;
    const own = [step.keyword, parent?.result ?? '', recipe, context, images];
    const isCopy = sources.length > 0 && step.keyword !== 'RUN';
    const copyKey = isCopy ? inputs.digest(own.join('\n')) : null;
    const key = inputs.digest([...own, ...sources.map(({ result }) => result)].join('\n'));
    const ms = experience.times.get(step.text) ?? null;
    const common = { step, key, copyKey, remembered, parent, sources };
    done.push({ ...common, ms, ...decide(common) });
  }
  return done;
}

/** How long the steps that run will take, in ms, those side by side counted once; null when nothing is known of one of them. */
export function expectedTime(steps: readonly StepForecast[]): number | null {
  const ends: number[] = [];
  for (const { step, fate, ms } of steps) {
    if (fate === 'rerun' && ms === null) return null;
    const before = [step.parent, ...step.from].map((other) => (other === null ? 0 : (ends[other] ?? 0)));
    ends.push(Math.max(0, ...before) + (fate === 'rerun' ? (ms ?? 0) : 0));
  }
  return Math.max(0, ...ends);
}

function rememberedOf(step: PlannedStep, inputs: Inputs, at: number): RememberedStep {
  return {
    stage: step.stage,
    text: step.text,
    recipe: inputs.digest(step.recipe),
    context: inputs.context[at] ?? '',
    names: inputs.names[at] ?? '',
    contents: inputs.contents[at] ?? '',
    images: step.images.map((name) => inputs.images.get(name) ?? `absent ${name}`).join(' '),
  };
}

/**
 * A copy out of a stage that runs is taken by what it copies: as a rule, the same change leaves the same things as they are.
 * A change that was never seen is thought to matter, unless it is one of modes alone.
 */
function guess(
  copyKey: string,
  step: PlannedStep,
  sources: readonly KeyedStep[],
  { copies, habits, latest }: Experience,
): string | undefined {
  const stays =
    habits.get(habitOf(step, sources, latest)) ??
    changesOf(sources, latest).every(({ change }) => change === 'modes');
  return stays ? copies.get(copyKey) : undefined;
}

/** A copy, and what was new in the stages that it copies from. */
export function habitOf(
  step: PlannedStep,
  sources: readonly KeyedStep[],
  latest: readonly RememberedStep[],
): string {
  const changes = changesOf(sources, latest).map(({ text, change }) => `${change} ${text}`);
  return [step.text, ...new Set(changes.sort())].join('\n');
}

type Change = 'line' | 'base' | 'recipe' | 'names' | 'contents' | 'modes';

/** What is new by itself, not for what came before it, in some steps and all that they start from. */
function changesOf(steps: readonly KeyedStep[], latest: readonly RememberedStep[]) {
  const changes: { readonly text: string; readonly change: Change }[] = [];
  const open = [...steps];
  const seen = new Set(open);
  for (let next = open.pop(); next; next = open.pop()) {
    const change = changeOf(next.remembered, latest);
    if (change !== null) changes.push({ text: next.step.text, change });
    for (const one of [...(next.parent ? [next.parent] : []), ...next.sources]) {
      if (seen.has(one)) continue;
      seen.add(one);
      open.push(one);
    }
  }
  return changes;
}

function changeOf(now: RememberedStep, latest: readonly RememberedStep[]): Change | null {
  const before = latest.find(({ stage, text }) => stage === now.stage && text === now.text);
  if (!before) return 'line';
  if (before.images !== now.images) return 'base';
  if (before.recipe !== now.recipe) return 'recipe';
  if (before.context === now.context) return null;
  if (before.names !== now.names) return 'names';
  return before.contents === now.contents ? 'modes' : 'contents';
}

function reasonOf(
  now: RememberedStep,
  around: {
    readonly isIgnored: boolean;
    readonly parent: StepForecast | undefined;
    readonly sources: readonly StepForecast[];
  },
  latest: readonly RememberedStep[],
): RerunReason {
  if (around.isIgnored) return 'ignored';
  if (around.parent?.fate === 'rerun') return 'above';
  if (around.sources.some(({ fate }) => fate === 'rerun')) return 'source';
  const before = latest.filter(({ stage }) => stage === now.stage);
  const same = before.filter(({ text }) => text === now.text);
  if (same.some(({ recipe, context }) => recipe === now.recipe && context !== now.context)) return 'files';
  if (same.some(({ images }) => images !== now.images)) return 'base';
  if (same.some(({ recipe }) => recipe !== now.recipe)) return 'arguments';
  return before.length === 0 ? 'new' : 'instruction';
}
