import { describe, expect, it } from 'vitest';
import { readChanges } from './changes.js';

const inPieces = (text: string, size: number): AsyncIterable<Buffer> => ({
  async *[Symbol.asyncIterator]() {
    const bytes = await Promise.resolve(Buffer.from(text));
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  },
});

const odd = 'a "quoted" }{ \\ päth \u202e\n';
const answer = JSON.stringify([
  { Path: '/etc', Kind: 0 },
  { Path: `/${odd}`, Kind: 1 },
  { Path: '/gone', Kind: 2 },
]);

describe('the changes of a container', () => {
  it.each([1, 2, 7, 4096])('are the same in pieces of %d bytes', async (size) => {
    expect(await readChanges(inPieces(answer, size))).toEqual({
      changes: [
        { path: '/etc', kind: 'changed' },
        { path: `/${odd}`, kind: 'added' },
        { path: '/gone', kind: 'removed' },
      ],
      count: 3,
      isWhole: true,
    });
  });

  it('of a container that wrote nothing are none', async () => {
    for (const nothing of ['null\n', '[]', ''])
      expect(await readChanges(inPieces(nothing, 3))).toEqual({ changes: [], count: 0, isWhole: true });
  });

  it('are counted beyond those that are kept', async () => {
    const many = JSON.stringify(Array.from({ length: 1000 }, (_, at) => ({ Path: `/${at}`, Kind: 1 })));
    const { changes, count } = await readChanges(inPieces(many, 100), 10);
    expect([changes.length, count]).toEqual([10, 1000]);
  });

  it('leave out what is no change, however long', async () => {
    const text = `[{"Path":"${'x'.repeat(200_000)}","Kind":1},{"Kind":1},{"Path":"/a","Kind":9},{"Path":"/b","Kind":1}]`;
    expect((await readChanges(inPieces(text, 5_000))).changes).toEqual([{ path: '/b', kind: 'added' }]);
  });
});
