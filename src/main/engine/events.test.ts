import { PassThrough, Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { readEvents, type EngineEvent } from './events.js';

const line = (event: object): string => `${JSON.stringify(event)}\n`;

async function read(...chunks: readonly (string | Buffer)[]): Promise<readonly EngineEvent[]> {
  const events: EngineEvent[] = [];
  await readEvents(Readable.from(chunks), (event) => events.push(event));
  return events;
}

it('events of images, builders and containers are told, in order, however they are cut', async () => {
  const text =
    line({ Type: 'image', Action: 'tag', Actor: { ID: 'sha256:1', Attributes: { name: 'a:1' } } }) +
    line({ Type: 'network', Action: 'connect', Actor: { ID: 'n' } }) +
    line({ Type: 'container', Action: 'die', Actor: { ID: 'c' } }) +
    line({ Type: 'builder', Action: 'prune', Actor: { ID: '' } }) +
    line({ Type: 'image', Action: 'delete', Actor: { ID: 'ü' } });
  const expected = [
    { type: 'image', action: 'tag', id: 'sha256:1' },
    { type: 'container', action: 'die', id: 'c' },
    { type: 'builder', action: 'prune', id: '' },
    { type: 'image', action: 'delete', id: 'ü' },
  ];
  expect(await read(text)).toEqual(expected);
  expect(await read(...Array.from(Buffer.from(text), (byte) => Buffer.of(byte)))).toEqual(expected);
});

it('what is no event is passed over', async () => {
  const event = { Type: 'image', Action: 'tag', Actor: { ID: 'a' } };
  const noise = ['', '\n', 'null\n', '[]\n', '{"Type":"image"}\n', '{"Type":1,"Action":{}}\n', '{"cut'];
  expect(await read(...noise.slice(0, -1), line(event), ...noise.slice(-1))).toEqual([
    { type: 'image', action: 'tag', id: 'a' },
  ]);
});

it('a stream that breaks is told as its error', async () => {
  const stream = new PassThrough();
  const reading = readEvents(stream, () => undefined);
  stream.destroy(new Error('aborted'));
  await expect(reading).rejects.toThrow('aborted');
});

it('what was told before a connection broke isn’t told again', async () => {
  const at = (timeNano: number) =>
    line({ Type: 'image', Action: 'tag', Actor: { ID: `${timeNano}` }, timeNano });
  const told: string[] = [];
  const times: number[] = [];
  await readEvents(Readable.from([at(5), at(6), at(7)]), ({ id }) => told.push(id), {
    after: 5,
    heard: (time) => times.push(time),
  });
  expect([told, times]).toEqual([
    ['6', '7'],
    [6, 7],
  ]);
});
