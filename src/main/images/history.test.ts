import { describe, expect, it } from 'vitest';
import { joinHistory } from './history.js';

/** Newest last, as a Dockerfile is written; the engine's answer is the other way round. */
function history(...rows: readonly (readonly [string, number, string?, string?])[]) {
  return rows
    .map(([CreatedBy, Size, Comment = '', Id = '<missing>']) => ({
      CreatedBy,
      Size,
      Comment,
      Id,
      Created: 1,
    }))
    .toReversed();
}

const join = (...of: Parameters<typeof joinHistory>) =>
  joinHistory(...of).map(({ instruction, diffId }) => `${instruction}: ${diffId ?? '-'}`);

describe('each layer goes to the instruction that made it', () => {
  it('in a BuildKit image, where every RUN, COPY and WORKDIR makes one, empty or not', () => {
    const rows = history(
      ['', 9, 'Imported from -'],
      ['ARG Y=hello', 0, 'buildkit.dockerfile.v0'],
      ['WORKDIR /app', 0, 'buildkit.dockerfile.v0'],
      ['RUN |1 Y=1 /bin/sh -c true # buildkit', 0, 'buildkit.dockerfile.v0'],
      ['COPY a /a # buildkit', 3, 'buildkit.dockerfile.v0'],
      ['WORKDIR /app', 0, 'buildkit.dockerfile.v0'],
      ['CMD ["a"]', 0, 'buildkit.dockerfile.v0'],
    );
    expect(join(rows, ['d0', 'd1', 'd2', 'd3', 'd4'])).toEqual([
      'Imported from -: d0',
      'ARG Y=hello: -',
      'WORKDIR /app: d1',
      'RUN true: d2',
      'COPY a /a: d3',
      'WORKDIR /app: d4',
      'CMD ["a"]: -',
    ]);
  });

  const classic = history(
    ['', 9, 'Imported from -', 'base'],
    ['/bin/sh -c #(nop) WORKDIR /app', 0, '', 'i1'],
    ['/bin/sh -c true', 0, '', 'i2'],
    ['/bin/sh -c echo hi > /a', 3, '', 'i3'],
    ['/bin/sh -c mkdir /d', 0, '', 'i4'],
    ['/bin/sh -c #(nop)  CMD ["a"]', 0, '', 'top'],
  );
  const diffIds = ['d0', 'd1', 'd2', 'd3'];

  it('in a classic image for sure, where the images of its steps are still there', () => {
    const known = new Map(
      [1, 2, 2, 3, 4].map((count, at) => [['base', 'i1', 'i2', 'i3', 'i4'][at]!, diffIds.slice(0, count)]),
    );
    expect(join(classic, diffIds, known)).toEqual([
      'Imported from -: d0',
      'WORKDIR /app: d1',
      'RUN true: -',
      'RUN echo hi > /a: d2',
      'RUN mkdir /d: d3',
      'CMD ["a"]: -',
    ]);
  });

  it('is not led astray by an image that isn’t below this one, or by an id that stands twice', () => {
    const twice = classic.map((row) => (row.Id === 'i4' ? { ...row, Id: 'i3' } : row));
    const known = new Map([
      ['i1', ['other', 'd1', 'd2']],
      ['i3', ['d0']],
    ]);
    expect(join(twice, diffIds, known)).toEqual(join(twice, diffIds));
  });
});

describe('when the counts disagree', () => {
  it('settings never get a layer, and rows with a size come first', () => {
    const rows = history(['RUN a', 0], ['ENV A=1', 0], ['RUN b', 5], ['CMD ["a"]', 0]);
    expect(join(rows, ['d0'])).toEqual(['RUN a: -', 'ENV A=1: -', 'RUN b: d0', 'CMD ["a"]: -']);
  });

  it('layers without a row have one made for them', () => {
    expect(join([], ['d0', 'd1'])).toEqual(['No instruction recorded: d0', 'No instruction recorded: d1']);
    expect(join(history(['ENV A=1', 0]), ['d0'])).toEqual(['ENV A=1: -', 'No instruction recorded: d0']);
  });

  it('an image without layers has rows all the same', () => {
    expect(join(history(['CMD ["a"]', 0]), [])).toEqual(['CMD ["a"]: -']);
  });

  it('every layer is told exactly once, in order, whatever the rows are', () => {
    const commands = ['RUN a', 'ENV A=1', 'COPY a b', 'WORKDIR /a', '', 'CMD ["a"]'];
    for (let seed = 1; seed < 500; seed++) {
      let state = seed;
      const next = (below: number) => (state = (state * 48271) % 2147483647) % below;
      const rows = history(
        ...Array.from({ length: next(9) }, (_, at) => [commands[next(6)]!, next(2), '', `i${at}`] as const),
      );
      const diffIds = Array.from({ length: next(9) }, (_, at) => `d${at}`);
      const known = new Map(rows.map(({ Id }) => [Id, diffIds.slice(0, next(9))]));
      const steps = joinHistory(rows, diffIds, known);
      expect(steps.flatMap(({ diffId }) => diffId ?? []).sort()).toEqual(diffIds);
      expect(steps.map(({ index }) => index)).toEqual(steps.map((_, at) => at));
    }
  });
});
