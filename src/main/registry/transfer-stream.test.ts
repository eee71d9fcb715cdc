import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { transferProgress, type TransferStep } from '../../shared/transfer.js';
import { readTransfer, type Direction } from './transfer-stream.js';

const digest = `sha256:${'a1'.repeat(32)}`;
const final = { progressDetail: {}, aux: { Tag: 'latest', Digest: digest, Size: 527 } };

type Chunk = object | string | Buffer;
const toBytes = (chunk: Chunk): Buffer =>
  Buffer.isBuffer(chunk)
    ? chunk
    : Buffer.from(typeof chunk === 'string' ? chunk : `${JSON.stringify(chunk)}\r\n`);

async function read(chunks: readonly Chunk[], direction: Direction = 'push') {
  let state = transferProgress.initial();
  const steps: TransferStep[] = [];
  const report = (step: TransferStep): void => {
    steps.push(step);
    state = transferProgress.reduce(state, step);
  };
  let failure: unknown;
  const end = await readTransfer(Readable.from(chunks.map(toBytes)), direction, report).catch(
    (error: unknown) => {
      failure = error;
      return null;
    },
  );
  return { end, failure, steps, layers: state.layers, message: state.message };
}

describe('a push', () => {
  it('ends with the digest and size that the engine reports', async () => {
    const { end } = await read([{ status: 'latest: digest: x size: 1' }, final]);
    expect(end).toMatchObject({ digest, size: 527, status: null });
  });

  it('is announced in the line that people read, which is no end yet', async () => {
    const { end } = await read([{ status: `1.0: digest: ${digest} size: 527` }]);
    expect(end).toMatchObject({ digest: null, announced: { digest, size: 527 } });
  });

  it.each([
    ['Preparing', 'checking', ''],
    ['Waiting', 'waiting', ''],
    ['Pushing', 'pushing', ''],
    ['Pushed', 'done', ''],
    ['Layer already exists', 'exists', ''],
    ['Mounted from library/alpine', 'mounted', 'library/alpine'],
    ['Retrying in 5 seconds', 'waiting', 'Retrying in 5 seconds'],
    ['Retrying in 1 second', 'waiting', 'Retrying in 1 second'],
  ])('tells “%s” as %s', async (status, state, note) => {
    const { layers } = await read([{ status, id: 'abc' }]);
    expect(layers).toEqual([{ id: 'abc', state, current: 0, total: null, note }]);
  });

  it('never counts more than there is, keeps a total that was said, and fills a layer that is done', async () => {
    const { steps } = await read([
      { status: 'Pushing', id: 'a', progressDetail: { current: 512, total: 1000 } },
      { status: 'Pushing', id: 'a', progressDetail: { current: 1536, total: 1000 } },
      { status: 'Pushing', id: 'a', progressDetail: { current: 900 } },
      { status: 'Pushed', id: 'a', progressDetail: {} },
    ]);
    expect(steps.map((step) => step.type === 'layer' && [step.layer.current, step.layer.total])).toEqual([
      [512, 1000],
      [1000, 1000],
      [900, 1000],
      [1000, 1000],
    ]);
  });

  it('counts bytes without a total', async () => {
    const { layers } = await read([{ status: 'Pushing', id: 'a', progressDetail: { current: 77 } }]);
    expect(layers[0]).toMatchObject({ current: 77, total: null });
  });

  it.each([
    ['errorDetail', { errorDetail: { message: 'unauthorized: no' }, error: 'unauthorized: no' }],
    ['error alone', { error: 'unauthorized: no' }],
  ])('with an error in its stream (%s) has failed, whatever else is said', async (_, error) => {
    const { end, failure, layers } = await read([
      { status: 'Pushing', id: 'a', progressDetail: { current: 1, total: 2 } },
      { status: 'Layer already exists', id: 'b' },
      final,
      error,
      final,
    ]);
    expect(end).toBeNull();
    expect(String(failure)).toContain('unauthorized: no');
    expect(layers.map(({ state }) => state)).toEqual(['failed', 'exists']);
  });

  it.each([
    ['nothing at all', []],
    ['no final line', [{ status: 'Pushed', id: 'a' }]],
    ['a final line without a digest', [{ progressDetail: {}, aux: { Tag: 'latest', Size: 1 } }]],
    ['a digest that is none', [{ progressDetail: {}, aux: { Tag: 'x', Digest: 'sha256:1', Size: 1 } }]],
    ['a digest in a status line only', [{ status: `latest: digest: ${digest} size: 527` }]],
  ])('of which the engine says %s has no digest', async (_, lines) => {
    expect((await read(lines)).end?.digest ?? null).toBeNull();
  });
});

describe('a pull', () => {
  it('tells a layer from waiting to done, with its bytes counted once', async () => {
    const { steps, end } = await read(
      [
        { status: 'Pulling from library/alpine', id: '3.20' },
        { status: 'Pulling fs layer', progressDetail: {}, id: 'a' },
        { status: 'Downloading', progressDetail: { current: 5, total: 10 }, id: 'a' },
        { status: 'Verifying Checksum', progressDetail: {}, id: 'a' },
        { status: 'Download complete', progressDetail: {}, id: 'a' },
        { status: 'Extracting', progressDetail: { current: 1, total: 10 }, id: 'a' },
        { status: 'Pull complete', progressDetail: {}, id: 'a' },
        { status: 'Already exists', progressDetail: {}, id: 'b' },
        { status: `Digest: ${digest}` },
        { status: 'Status: Downloaded newer image for alpine:3.20' },
      ],
      'pull',
    );
    expect(end).toMatchObject({ digest, size: null, status: 'Downloaded newer image for alpine:3.20' });
    expect(
      steps.map((step) =>
        step.type === 'message' ? step.message : `${step.layer.state} ${step.layer.current}`,
      ),
    ).toEqual([
      '3.20: Pulling from library/alpine',
      'waiting 0',
      'pulling 5',
      'checking 5',
      'pulling 10',
      'pulling 10',
      'done 10',
      'exists 0',
      `Digest: ${digest}`,
      'Status: Downloaded newer image for alpine:3.20',
    ]);
  });
});

describe('the stream', () => {
  const lines = [
    { status: 'Pushing “é日本🙂 {"}', id: 'läyer' },
    { status: 'Mounted from über/é', id: 'a' },
    final,
  ];
  const whole = Buffer.concat(lines.map(toBytes));

  it('means the same however its bytes fall into chunks', async () => {
    const { steps: expected } = await read([whole]);
    for (const size of [1, 2, 3, 7, 64]) {
      const chunks = Array.from({ length: Math.ceil(whole.length / size) }, (_, n) =>
        whole.subarray(n * size, (n + 1) * size),
      );
      const { steps, end } = await read(chunks);
      expect(steps).toEqual(expected);
      expect(end?.digest).toBe(digest);
    }
  });

  it('may hold several messages without line ends', async () => {
    const { end, layers } = await read([lines.map((line) => JSON.stringify(line)).join('')]);
    expect(end?.digest).toBe(digest);
    expect(layers).toHaveLength(1);
  });

  it('that is cut within a message has failed', async () => {
    const { failure } = await read([final, '{"status":"Pus']);
    expect(String(failure)).toContain('ended within a message');
  });

  it('that breaks has failed, also after the digest', async () => {
    const broken = Readable.from(
      (function* () {
        yield toBytes(final);
        throw new Error('aborted');
      })(),
    );
    await expect(readTransfer(broken, 'push', () => undefined)).rejects.toThrow('aborted');
  });

  it.each([
    ['a web page', '<html>502</html>'],
    ['a list', '[1]'],
    ['broken JSON', '{"status": nope}'],
    ['a message without end', `{"status":"${'x'.repeat(1_200_000)}`],
  ])('that holds %s has failed', async (_, text) => {
    expect((await read([text])).end).toBeNull();
  });

  it('survives fields of the wrong kind', async () => {
    const { end, failure } = await read([
      { status: 7, id: {}, progressDetail: 'x', aux: [] },
      { status: 'Pushing', id: 'a', progressDetail: { current: -5, total: 'many' } },
      { stream: 'something else' },
      final,
    ]);
    expect(failure).toBeUndefined();
    expect(end?.digest).toBe(digest);
  });

  it('of endlessly many layers is told in bounded words', async () => {
    const many = Array.from({ length: 3000 }, (_, n) => ({ status: 'Waiting', id: `l${n}` }));
    const { layers, steps } = await read([...many, { status: 'x'.repeat(10_000) }]);
    expect(layers).toHaveLength(1024);
    expect(steps.length).toBeLessThan(1100);
    expect(Math.max(...steps.map((step) => JSON.stringify(step).length))).toBeLessThan(1000);
  });
});
