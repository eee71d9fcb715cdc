import { describe, expect, it } from 'vitest';
import { expectedTime, forecastBuild, settleBuild, type Experience, type Inputs } from './forecast.js';
import { parseDockerfile } from './parse.js';
import { planBuild } from './plan.js';

const TEXT = `FROM base AS build
COPY src /src
RUN make
FROM base
RUN prepare
COPY --from=build /out /out
RUN last
`;

const inputs = (files = 'one', base = 'sha256:base'): Inputs => {
  const plan = planOf();
  const context = plan.map((step) => (step.context.length > 0 ? files : ''));
  return {
    images: new Map([['base', base]]),
    context,
    names: context.map(() => 'names'),
    contents: context,
    digest: (text) => text,
  };
};
const planOf = (text = TEXT) => planBuild(parseDockerfile(text), { arguments: [] });
const nothing: Experience = {
  results: new Map(),
  copies: new Map(),
  habits: new Map(),
  times: new Map(),
  latest: [],
};

/** What is known after all of `TEXT` was built. */
function built(): Experience {
  const steps = settleBuild(planOf(), inputs(), nothing, () => 'rerun');
  return {
    results: new Map(steps.map(({ key, result }) => [key, result])),
    copies: new Map(
      steps.flatMap(({ copyKey, result }) => (copyKey === null ? [] : [[copyKey, result] as const])),
    ),
    habits: new Map(),
    times: new Map(steps.map(({ step }) => [step.text, 1_000])),
    latest: steps.map(({ remembered }) => remembered),
  };
}

const fates = (steps: ReturnType<typeof forecastBuild>) => steps.map(({ fate, reason }) => reason ?? fate);

describe('a forecast', () => {
  it('of a first build runs all of it', () => {
    const steps = forecastBuild(planOf(), inputs(), nothing, 'nothing');
    expect(fates(steps)).toEqual(['new', 'above', 'above', 'new', 'above', 'above', 'above']);
    expect(expectedTime(steps)).toBeNull();
  });

  it('of the same again reuses all of it', () => {
    const steps = forecastBuild(planOf(), inputs(), built(), 'nothing');
    expect(fates(steps)).toEqual(Array(7).fill('reused'));
    expect(expectedTime(steps)).toBe(0);
  });

  it('of other files runs what takes them, what follows, and what copies from there', () => {
    const steps = forecastBuild(planOf(), inputs('two'), built(), 'nothing');
    expect(fates(steps)).toEqual(['reused', 'files', 'above', 'reused', 'reused', 'source', 'above']);
    expect(expectedTime(steps)).toBe(4_000);
  });

  it('of another base says so', () => {
    const steps = forecastBuild(planOf(), inputs('one', 'sha256:other'), built(), 'nothing');
    expect(fates(steps).slice(0, 2)).toEqual(['base', 'above']);
  });

  it('of another line says so, and leaves the steps before it', () => {
    const changed = planOf(TEXT.replace('RUN last', 'RUN other'));
    expect(fates(forecastBuild(changed, inputs(), built(), 'nothing')).at(-1)).toBe('instruction');
  });

  it('without the cache runs all but bases; of one stage, that stage and what it leads to', () => {
    expect(fates(forecastBuild(planOf(), inputs(), built(), 'everything'))[0]).toBe('reused');
    expect(fates(forecastBuild(planOf(), inputs(), built(), { stage: 1 }))).toEqual([
      'reused',
      'reused',
      'reused',
      'reused',
      'ignored',
      'ignored',
      'ignored',
    ]);
  });

  it('learns that a change leaves what is copied as it is', () => {
    const known = built();
    const [copy] = known.copies.keys();
    const steps = forecastBuild(planOf(), inputs('two'), known, 'nothing');
    expect(steps[5]?.copyKey).toBe(copy);
    const habits = new Map([['COPY --from=build /out /out\ncontents COPY src /src', true]]);
    expect(fates(forecastBuild(planOf(), inputs('two'), { ...known, habits }, 'nothing')).slice(5)).toEqual([
      'reused',
      'reused',
    ]);
  });
});
