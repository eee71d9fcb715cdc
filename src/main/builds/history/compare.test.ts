import { describe, expect, it } from 'vitest';
import { buildOptions, type BuildRequest } from '../../../shared/contract/build-options.js';
import type { PastBuildRecord, PastStep } from '../../../shared/contract/history.js';
import { compareBuilds, type Kept } from './compare.js';
import { planOf, toInstructions } from './instructions.js';
import type { FileRow } from './record.js';

type State = PastStep['state'];
type Given = {
  /** By line; a step takes a second unless its time is given. */
  readonly states?: Readonly<Record<number, State | number>>;
  readonly options?: Partial<BuildRequest>;
  readonly files?: readonly FileRow[] | null;
  readonly images?: Readonly<Record<string, string>>;
};

/** A build of `source` in which every step ran, unless `states` says otherwise. */
function kept(
  source: string,
  { states = {}, options: asked = {}, files = [], images = {} }: Given = {},
): Kept {
  const options = buildOptions.parse({
    folder: '/p',
    dockerfile: 'Dockerfile',
    imageName: 'x',
    arguments: [],
    ignoreCache: false,
    pullBase: false,
    ...asked,
  });
  const instructions = toInstructions(planOf(source, options), new Map(Object.entries(images)));
  const pastSteps = instructions.map(({ line, text }): PastStep => {
    const given = states[line] ?? 'done';
    return {
      id: `sha256:${line}`,
      name: text,
      state: typeof given === 'number' ? 'done' : given,
      startedAt: 1_000,
      endedAt: 1_000 + (typeof given === 'number' ? given : 1_000),
      error: null,
      line,
      bytes: 0,
      lines: 0,
    };
  });
  const record: PastBuildRecord = {
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
    steps: 0,
    cached: 0,
    options,
    hidden: [],
    failure: null,
    contextFiles: 0,
    contextBytes: 0,
    pastSteps,
    source,
    instructions,
  };
  const takers = instructions.flatMap(({ takesFiles }, at) => (takesFiles ? [at] : []));
  return { record, files: files && { takers: [takers], rows: [...files], unnamed: [] } };
}

const file = (path: string, digest: string | null, mode = 0o644, modified = 1): FileRow => [
  path,
  mode,
  5,
  modified,
  digest,
  0,
];

const why = (before: Kept, after: Kept) =>
  compareBuilds(before, after).lost.map(({ line, reason }) => `${line} ${reason}`);

const COPYING = 'FROM a\nCOPY . /x\nRUN make\n';

describe('a comparison', () => {
  it('has nothing to say of two builds that went alike', () => {
    const before = kept(COPYING);
    const after = kept(COPYING, { states: { 2: 'cached', 3: 'cached' } });
    expect(compareBuilds(before, after)).toMatchObject({ lost: [], slower: [], faster: [] });
    expect(compareBuilds(before, after).gained).toMatchObject([
      { line: 2, savedMs: 1_000 },
      { line: 3, savedMs: 1_000 },
    ]);
  });

  it('names added, removed and changed files, by content where it was read', () => {
    const before = kept(COPYING, {
      files: [file('a', 'A'), file('b', 'B'), file('c', 'C'), file('d', null)],
    });
    const after = kept(COPYING, {
      files: [file('a', 'other'), file('b', 'B', 0o644, 2), file('d', null, 0o644, 2), file('e', 'E')],
    });
    expect(compareBuilds(before, after).lost).toMatchObject([
      {
        reason: 'files-changed',
        files: { added: ['e'], removed: ['c'], changed: ['a', 'd'], count: 4 },
      },
      { reason: 'above-changed', step: 'COPY . /x', stepLine: 2 },
    ]);
  });

  it('tells of more files than it names', () => {
    const many = Array.from({ length: 500 }, (_, at) => file(`f${at}`, 'x'));
    const [loss] = compareBuilds(kept(COPYING), kept(COPYING, { files: many })).lost;
    expect(loss).toMatchObject({ reason: 'files-changed', files: { count: 500 } });
    expect(loss?.reason === 'files-changed' && loss.files.added).toHaveLength(50);
  });

  it('tells a changed line from a new one', () => {
    const before = kept('FROM a\nRUN one\nRUN two\n');
    expect(
      compareBuilds(before, kept('FROM a\nRUN one\nRUN other\n', { states: { 2: 'cached' } })).lost,
    ).toEqual([
      { line: 3, text: 'RUN other', reason: 'instruction-changed', before: 'RUN two', after: 'RUN other' },
    ]);
    const after = kept('FROM a\nWORKDIR /w\nRUN one\nRUN two\n');
    expect(compareBuilds(before, after).lost[0]).toMatchObject({
      reason: 'instruction-changed',
      before: null,
    });
    expect(why(before, after).slice(1)).toEqual(['3 above-changed', '4 above-changed']);
  });

  it('knows arguments, variables and the base image', () => {
    const source = 'FROM a\nARG V=1\nRUN echo $V\n';
    const other = kept(source, { options: { arguments: [{ name: 'V', value: '2' }] } });
    expect(compareBuilds(kept(source), other).lost).toMatchObject([
      { reason: 'argument-changed', names: ['V'] },
    ]);
    expect(why(kept('FROM a\nENV E=1\nRUN x\n'), kept('FROM a\nENV E=2\nRUN x\n'))).toEqual([
      '3 argument-changed',
    ]);
    const [one, two] = [kept(COPYING, { images: { a: '1' } }), kept(COPYING, { images: { a: '2' } })];
    expect(why(one, two)).toEqual(['2 base-changed', '3 above-changed']);
  });

  it('follows what another stage gives', () => {
    const source = 'FROM a AS one\nRUN make\nFROM b\nCOPY --from=one /x /x\n';
    const after = source.replace('make', 'make all');
    expect(why(kept(source), kept(after))).toEqual(['2 instruction-changed', '4 above-changed']);
  });

  it('says that the cache was ignored, of the stage that it was ignored for', () => {
    const source = 'FROM a AS one\nRUN x\nFROM one\nRUN y\n';
    expect(why(kept(source), kept(source, { options: { ignoreCache: true } }))).toEqual([
      '2 cache-ignored',
      '4 cache-ignored',
    ]);
    const one = kept(source, {
      options: { ignoreCache: true, ignoreCacheOf: 'one' },
      states: { 4: 'cached' },
    });
    expect(why(kept(source), one)).toEqual(['2 cache-ignored']);
  });

  it('blames nothing for a step that was never made before, and owns up when it can’t tell', () => {
    const failed = kept(COPYING, { states: { 3: 'failed' } });
    expect(why(failed, kept(COPYING, { states: { 2: 'cached' } }))).toEqual([]);
    expect(why(kept(COPYING, { files: null }), kept(COPYING))).toEqual(['2 unknown', '3 above-changed']);
  });

  it('tells which steps took longer or shorter, and leaves noise out', () => {
    const source = 'FROM a\nRUN one\nRUN two\nRUN three\n';
    const before = kept(source, { states: { 2: 1_000, 3: 10_000, 4: 10_000 } });
    const after = kept(source, { states: { 2: 4_000, 3: 11_000, 4: 2_000 } });
    expect(compareBuilds(before, after)).toMatchObject({
      slower: [{ text: 'RUN one', beforeMs: 1_000, afterMs: 4_000 }],
      faster: [{ text: 'RUN three', beforeMs: 10_000, afterMs: 2_000 }],
    });
  });
});
