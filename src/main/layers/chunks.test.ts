import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { eachChunk } from './chunks.js';

const never = new AbortController().signal;

describe('the chunks of a stream', () => {
  it('come one after the other, each when the work of the one before is done', async () => {
    const events: string[] = [];
    await eachChunk(
      Readable.from([Buffer.from('a'), Buffer.from('b')]),
      async (chunk) => {
        events.push(`${chunk.toString()} begins`);
        await new Promise(setImmediate);
        events.push(`${chunk.toString()} ends`);
      },
      never,
    );
    expect(events).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('are not over before the work of the last one is, though the stream is', async () => {
    const stream = new PassThrough();
    let finish: () => void = () => undefined;
    let isOver = false;
    const all = eachChunk(stream, () => new Promise<void>((resolve) => (finish = resolve)), never).then(
      () => (isOver = true),
    );
    stream.end('last');
    await once(stream, 'end');
    await new Promise(setImmediate);
    expect(isOver).toBe(false);
    finish();
    await all;
  });

  it('fail with the work that fails', async () => {
    const stream = Readable.from([Buffer.from('a')]);
    await expect(eachChunk(stream, () => Promise.reject(new Error('full')), never)).rejects.toThrow('full');
    expect(stream.destroyed).toBe(true);
  });

  it('fail with what takes them', async () => {
    const take = (): null => {
      throw new Error('damaged');
    };
    await expect(eachChunk(Readable.from([Buffer.from('a')]), take, never)).rejects.toThrow('damaged');
  });

  it('of a stream that is cut are never all', async () => {
    const stream = new PassThrough();
    const all = eachChunk(stream, () => null, never);
    stream.write('some');
    stream.destroy();
    await expect(all).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('end at once when nobody wants them any more', async () => {
    const stream = new PassThrough();
    const abort = new AbortController();
    const all = eachChunk(stream, () => null, abort.signal);
    abort.abort(new Error('enough'));
    await expect(all).rejects.toThrow('enough');
    expect(stream.destroyed).toBe(true);
  });
});
