import { describe, expect, it } from 'vitest';
import { buildProgress } from '../../../shared/build-progress.js';
import { parseDockerfile } from '../../../shared/dockerfile/parse.js';
import { createClassicProgress } from './classic.js';
import { noMask } from './text-mask.js';

function told(...texts: string[]) {
  let state = buildProgress.initial();
  const progress = createClassicProgress(
    parseDockerfile('FROM a\nENV X=1\nRUN make\nCMD x'),
    (report) => (state = buildProgress.reduce(state, report)),
    noMask,
    () => 1000,
  );
  texts.forEach((text) => progress.take(text));
  return { progress, steps: () => state.steps, output: () => state.output };
}

describe('the classic builder’s text', () => {
  it('becomes steps with lines: done when the next begins, cached when it says so', () => {
    const { progress, steps } = told(
      'Step 1/4 : FROM a',
      '\n',
      ' ---> abc\n',
      'Step 2/4 : ENV X=1\n ---> Using cache\n ---> def\n',
      'Step 3/4 : RUN make\n ---> Running in 123\nout\n',
    );
    expect(steps().map(({ state, line }) => [state, line])).toEqual([
      ['done', 1],
      ['cached', 2],
      ['running', 3],
    ]);
    progress.end(false);
    expect(steps().at(-1)).toMatchObject({ state: 'done', endedAt: 1000 });
  });

  it('has as output what the step said, not what the builder says about it', () => {
    const { progress, output } = told(
      'Step 3/4 : RUN make\n',
      ' ---> Running in 123\n',
      'one\nt',
      'wo\n',
      'Removing intermediate container 123\n ---> 456\nSuccessfully built 456\nSuccessfully tagged x:1\n',
    );
    expect(output()['step-1']?.lines.map(({ text }) => text)).toEqual(['one', 'two']);
    expect(progress.tail()).toEqual(['one', 'two']);
  });

  it('has the last step fail when the build does, open line and all', () => {
    const { progress, steps } = told('Step 1/4 : FROM a\n', 'Step 2/4 : ENV X=1\n', 'no line break');
    progress.end(true);
    expect(steps().map(({ state }) => state)).toEqual(['done', 'failed']);
    expect(progress.current()?.name).toBe('Step 2/4 : ENV X=1');
    expect(progress.tail()).toEqual(['no line break']);
  });

  it('says nothing of a step before there is one', () => {
    const { steps, output } = told('Pulling from library/a\n');
    expect([steps(), output()]).toEqual([[], {}]);
  });

  it('is read in Podman’s words, too', () => {
    const { progress, steps, output } = told(
      'STEP 1/4: FROM a\n',
      'STEP 2/4: ENV X=1\n',
      '--> Using cache 42f8d08001177184b9ae678cd5d79922b34fa34ccea4c7231a0351aecc646aea\n',
      '--> 42f8d080011\n',
      'STEP 3/4: RUN make\n',
      'made\n',
      '--> b73bf6eff7e\n',
      'STEP 4/4: CMD x\n',
      'COMMIT docker.io/library/x:1\n',
      '--> e443755835c\n',
      'Successfully tagged docker.io/library/x:1\n',
      'e443755835c708a6016ce2569f0ba719df37db2a661fe40b44091b897eefd0d3\n',
    );
    progress.end(false);
    expect(steps().map(({ state, line }) => [state, line])).toEqual([
      ['done', 1],
      ['cached', 2],
      ['done', 3],
      ['done', 4],
    ]);
    expect(Object.values(output()).flatMap(({ lines }) => lines.map(({ text }) => text))).toEqual(['made']);
  });
});
