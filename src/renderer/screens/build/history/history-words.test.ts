import { describe, expect, it } from 'vitest';
import type { BuildComparison, PastBuild, StepLoss } from '../../../../shared/contract/history.js';
import { differencePhrase, differences, filesPhrase, lossSentence } from './history-words.js';

const build: PastBuild = {
  id: 'x',
  folder: '/p',
  dockerfile: 'Dockerfile',
  target: null,
  imageName: 'x',
  startedAt: 1,
  endedAt: 2,
  outcome: 'done',
  imageId: null,
  imageSize: null,
  steps: 3,
  cached: 1,
};
const comparison = (more: Partial<BuildComparison>): BuildComparison => ({
  before: build,
  after: build,
  lost: [],
  gained: [],
  slower: [],
  faster: [],
  ...more,
});
const copy: StepLoss = {
  line: 2,
  text: 'COPY . .',
  reason: 'files-changed',
  files: { added: [], removed: [], changed: ['src/a.js', 'src/b.js'], count: 2 },
};
const follower: StepLoss = {
  line: 3,
  text: 'RUN make',
  reason: 'above-changed',
  step: 'COPY . .',
  stepLine: 2,
};

describe('a difference in words', () => {
  it('names the files that made a step run again', () => {
    expect(lossSentence(copy)).toBe('COPY . . ran again because 2 files changed: src/a.js, src/b.js.');
  });

  it('says of files what happened to them, and how many more there are', () => {
    const none = { added: [], removed: [], changed: [] };
    expect(filesPhrase({ ...none, added: ['a'], count: 1 })).toBe('1 file was added: a');
    expect(filesPhrase({ ...none, removed: ['a', 'b'], count: 2 })).toBe('2 files were removed: a, b');
    expect(filesPhrase({ added: ['a'], removed: [], changed: ['b'], count: 2 })).toBe(
      '2 files are other ones: b, a',
    );
    const many = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(filesPhrase({ ...none, changed: many, count: 60 })).toBe(
      '60 files changed: a, b, c, d, e, 55 more',
    );
  });

  it('tells causes first, and counts what only follows from them', () => {
    expect(differences(comparison({ lost: [copy, follower] }))).toEqual([
      lossSentence(copy),
      '1 step below ran again with it.',
    ]);
    expect(differencePhrase(comparison({ lost: [copy, follower] }))).toBe(
      `${lossSentence(copy)} 1 more difference in the history.`,
    );
  });

  it('says what was saved, and what took longer', () => {
    const gained = [{ line: 2, text: 'RUN make', savedMs: 12_000 }];
    const slower = [{ line: 3, text: 'RUN test', beforeMs: 10_000, afterMs: 25_000 }];
    expect(differences(comparison({ gained, slower }))).toEqual([
      '1 step was reused that ran before, which saved 12 s.',
      'RUN test took 25 s, 15 s longer.',
    ]);
  });

  it('says when there is none', () => {
    expect(differencePhrase(comparison({}))).toBe('Nothing differs from the build before.');
  });
});
