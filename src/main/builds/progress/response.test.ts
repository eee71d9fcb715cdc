import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readMessages } from './response.js';

async function read(...chunks: (string | Buffer)[]) {
  const messages = [];
  for await (const message of readMessages(Readable.from(chunks.map((chunk) => Buffer.from(chunk)))))
    messages.push(message);
  return messages;
}

describe('the engine’s answer to a build', () => {
  it('is read message by message, however it was cut', async () => {
    const text = '{"stream":"Step 1/1 : FROM ä\\n"}\r\n{"status":"Pulling"}\n\n{"aux":{"ID":"sha256:1"}}';
    const expected = [
      { type: 'text', text: 'Step 1/1 : FROM ä\n' },
      { type: 'text', text: 'Pulling\n' },
      { type: 'image', id: 'sha256:1' },
    ];
    expect(await read(text)).toEqual(expected);
    expect(await read(...[...Buffer.from(text)].map((byte) => Buffer.of(byte)))).toEqual(expected);
  });

  it('tells BuildKit’s trace and image', async () => {
    expect(
      await read(
        '{"id":"moby.buildkit.trace","aux":"AQI="}\n{"id":"moby.image.id","aux":{"ID":"sha256:2"}}\n',
      ),
    ).toEqual([
      { type: 'trace', bytes: Buffer.of(1, 2) },
      { type: 'image', id: 'sha256:2' },
    ]);
  });

  it('tells an error by its longer words', async () => {
    expect(
      await read('{"errorDetail":{"code":1,"message":"whole"},"error":"short"}\n{"error":"only"}'),
    ).toEqual([
      { type: 'error', message: 'whole' },
      { type: 'error', message: 'only' },
    ]);
  });

  it('tells an error even when its details are not as they should be', async () => {
    expect(await read('{"errorDetail":{"code":"x"},"error":"short"}\n')).toEqual([
      { type: 'error', message: 'short' },
    ]);
  });

  it.each(['no json', '[]', 'null', '{"aux":{"ID":7}}', '{"aux":7}', '{"stream":{}}', '{'])(
    'passes over %s',
    async (line) => expect(await read(`${line}\n{"stream":"on"}\n`)).toEqual([{ type: 'text', text: 'on' }]),
  );

  it('is refused when a line has no end', async () => {
    const response = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(1024 * 1024, 'x');
      })(),
    );
    await expect(async () => {
      for await (const _ of readMessages(response));
    }).rejects.toThrow('without an end');
  });
});
