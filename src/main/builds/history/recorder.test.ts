import { expect, it } from 'vitest';
import { MAX_OUTPUT_LINES, type BuildLogLine, type BuildReport } from '../../../shared/build-progress.js';
import { createRecorder } from './recorder.js';

const step = (id: string, state: 'running' | 'done'): BuildReport => ({
  type: 'step',
  step: { id, name: id, state, startedAt: 1, endedAt: state === 'done' ? 2 : null, error: null, line: 1 },
});
const said = (count: number, length = 1): BuildLogLine[] =>
  Array.from({ length: count }, (_, at) => ({ stream: 'out', text: `${at}`.padEnd(length) }));

it('the last word on a step is what is kept', () => {
  const recorder = createRecorder(() => 5);
  for (const report of [step('a', 'running'), step('b', 'running'), step('a', 'done')]) recorder.take(report);
  recorder.take({ type: 'settle', at: 9, as: 'failed' });
  expect(recorder.steps()).toMatchObject([
    { id: 'a', state: 'done', endedAt: 2 },
    { id: 'b', state: 'cancelled', endedAt: 9 },
  ]);
});

it('of a talkative step the last lines are kept, and the others counted', () => {
  const recorder = createRecorder(() => 5);
  recorder.take(step('a', 'running'));
  for (let round = 0; round < 5; round++) recorder.take({ type: 'output', step: 'a', lines: said(3_000) });
  const [log] = recorder.logs();
  expect(log?.lines).toHaveLength(MAX_OUTPUT_LINES);
  expect(log?.dropped).toBe(15_000 - MAX_OUTPUT_LINES);
  expect(log?.lines.at(-1)?.text.trim()).toBe('2999');
});

it('all output together is bounded, and the first steps lose theirs first', () => {
  const recorder = createRecorder(() => 5);
  for (const id of ['a', 'b', 'c']) {
    recorder.take(step(id, 'running'));
    recorder.take({ type: 'output', step: id, lines: said(4_000, 2_000) });
  }
  const [first, second, third] = recorder.logs();
  expect(third?.lines).toHaveLength(4_000);
  expect(second?.lines).toHaveLength(4_000);
  expect(first?.lines.length).toBeLessThan(1_000);
  expect((first?.lines.length ?? 0) + (first?.dropped ?? 0)).toBe(4_000);
});
