import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readAnswer } from './answer.js';

const said = (...lines: readonly unknown[]): Readable =>
  Readable.from(lines.map((line) => Buffer.from(`${JSON.stringify(line)}\n`)));
const id = `sha256:${'a'.repeat(64)}`;

describe('what the engine says of a load', () => {
  it('tells the names and ids that came, and its words', async () => {
    const told = await readAnswer(
      said(
        { status: 'Loading layer', id: 'abc', progressDetail: { current: 1 } },
        { stream: 'Loaded image: alpine:3.20\n' },
        { stream: `Loaded image ID: ${id}\n` },
      ),
    );
    expect(told).toEqual({
      references: ['alpine:3.20'],
      ids: [id],
      words: ['Loaded image: alpine:3.20', `Loaded image ID: ${id}`],
    });
  });

  it('is no success with a failure in it, whatever came before', async () => {
    const stream = said(
      { stream: 'Loaded image: a:1\n' },
      { errorDetail: { message: 'unexpected EOF' }, error: 'x' },
    );
    await expect(readAnswer(stream)).rejects.toThrow('unexpected EOF');
  });

  it('is no success when it is cut', async () => {
    await expect(readAnswer(Readable.from([Buffer.from('{"stream":"Loaded im')]))).rejects.toThrow('within');
  });

  it('stays small, however much there is', async () => {
    const many = Array.from({ length: 200 }, (_, at) => ({ status: `${at} ${'x'.repeat(2000)}` }));
    const { words } = await readAnswer(said(...many));
    expect(words).toHaveLength(50);
    expect(words.every((word) => word.length <= 500)).toBe(true);
  });
});
