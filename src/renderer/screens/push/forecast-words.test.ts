import { describe, expect, it } from 'vitest';
import type { PlannedLayer, PushPlan } from '../../../shared/contract/push.js';
import { overwriteSentence, tellFates, travelSentence } from './forecast-words.js';

const layer = (fate: PlannedLayer['fate'], bytes: number | null = 1000): PlannedLayer => ({
  diffId: `sha256:${fate}`,
  fate,
  from: fate === 'mount' ? 'team/base' : null,
  bytes,
});
const plan = (layers: readonly PlannedLayer[], more: Partial<PushPlan> = {}): PushPlan => ({
  reference: 'ghcr.io/me/app:1',
  now: null,
  layers,
  bytes: 2_000_000,
  isCounting: false,
  ...more,
});

describe('what travels is said', () => {
  it.each<[string, PushPlan]>([
    ['All 2 layers travel: 2 MB.', plan([layer('send'), layer('send')])],
    ['Its one layer travels: 2 MB.', plan([layer('send')])],
    ['1 of 2 layers is there already; the rest travels: 2 MB.', plan([layer('exists'), layer('send')])],
    [
      '1 of 3 layers is there already; 1 is taken over from team/base; the rest travels: 2 MB.',
      plan([layer('exists'), layer('mount'), layer('send')]),
    ],
    [
      'All layers are there already; only the settings travel: 2 kB.',
      plan([layer('exists'), layer('exists')], { bytes: 2000 }),
    ],
    [
      'All 2 layers travel: at least 2 MB, still counting…',
      plan([layer('send', null), layer('send')], { isCounting: true }),
    ],
    ['Its one layer travels; how much that is isn’t known.', plan([layer('send', null)])],
    [
      'The registry has this very image under this tag: nothing but questions travel.',
      plan([layer('exists')], { now: { digest: 'sha256:1', isSame: true } }),
    ],
  ])('%s', (sentence, one) => expect(travelSentence(one)).toBe(sentence));
});

it('a tag is moved only with a word about it', () => {
  const digest = `sha256:${'ab'.repeat(32)}`;
  expect(overwriteSentence(plan([], { now: { digest, isSame: false } }))).toContain(
    'stands for another image, sha256:abababababab…',
  );
  expect(overwriteSentence(plan([], { now: { digest, isSame: true } }))).toBeNull();
  expect(overwriteSentence(plan([]))).toBeNull();
});

it('the stack tells which bands travel', () => {
  const telling = tellFates(plan([layer('exists'), layer('mount'), layer('send')]));
  const step = (diffId: string | null) => ({
    index: 0,
    diffId,
    size: 1,
    instruction: '',
    createdBy: '',
    comment: '',
    created: 0,
  });
  const steps = ['exists', 'mount', 'send'].map((fate) => step(`sha256:${fate}`));
  expect(steps.map(telling.isHatched)).toEqual([true, true, false]);
  expect(steps.map(telling.note)).toEqual([
    'is there already',
    'is taken over from team/base',
    'travels as 1 kB',
  ]);
});
