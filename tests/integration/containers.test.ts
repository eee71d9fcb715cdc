import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createContainers } from '../../src/main/containers/index.js';
import { failureOf, useEngine } from './parts.js';

describe.runIf(inject('engineIsPrivate'))('the containers of an image', () => {
  const { docker, engine } = useEngine();
  let containers: ReturnType<typeof createContainers>;
  let onChanged: (container: string | null) => void = () => undefined;
  const image = 'containers-test:1';
  const above = 'containers-test:above';

  beforeAll(async () => {
    containers = createContainers({ engine: engine(), onChanged: (container) => onChanged(container) });
    await docker(['build', '--quiet', '--tag', image, '-'], {
      input: 'FROM alpine:3.20\nRUN echo kept > /kept && echo gone > /gone\n',
      env: { DOCKER_BUILDKIT: '0' },
    });
    await docker(['build', '--quiet', '--tag', above, '-'], {
      input: `FROM ${image}\nRUN echo above > /above\n`,
      env: { DOCKER_BUILDKIT: '0' },
    });
  });
  afterAll(async () => {
    for (const name of ['writer', 'served', 'other'])
      await docker(['rm', '--force', name]).catch(() => undefined);
    for (const name of ['containers-test:committed', above, image])
      await docker(['rmi', name]).catch(() => undefined);
  });

  const create = async (name: string, ...words: readonly string[]): Promise<string> =>
    (await docker(['create', '--name', name, ...words])).trim();

  it('are those made from it, not from what stands on it, and say what keeps it', async () => {
    expect(await containers.of({ image })).toMatchObject({ containers: [], count: 0, above: [above] });
    const id = await create(
      'served',
      '--publish',
      '127.0.0.1:18080:80',
      '--expose',
      '81',
      image,
      'sleep',
      '1',
    );
    await create('other', above, 'true');
    const answer = await containers.of({ image });
    expect(answer).toMatchObject({ count: 1, running: 0 });
    expect(answer.containers).toEqual([
      expect.objectContaining({ id, name: 'served', state: 'created', command: 'sleep 1' }),
    ]);
    expect((await containers.of({ image: above })).containers.map(({ name }) => name)).toEqual(['other']);
    expect(await failureOf(containers.of({ image: 'containers-test:none' }))).toMatchObject({
      code: 'not-found',
    });
  });

  it('tell how much they wrote and what, and become an image with it', async () => {
    const script = 'mkdir /made && head -c 4096 /dev/zero > /made/file && rm /gone && echo more >> /kept';
    const id = await create('writer', image, 'sh', '-c', script);
    await docker(['start', '--attach', 'writer']);
    const size = await containers.size({ container: id });
    expect(size.written).toBe(4096 + 'kept\nmore\n'.length);
    expect(size.all).toBeGreaterThan(4096);

    const { changes, count } = await containers.changes({ container: id });
    expect(count).toBe(4);
    expect(new Map(changes.map(({ path, kind }) => [path, kind]))).toEqual(
      new Map([
        ['/made', 'added'],
        ['/made/file', 'added'],
        ['/gone', 'removed'],
        ['/kept', 'changed'],
      ]),
    );

    const input = { container: id, message: 'by hand', pause: true, move: false };
    const taken = await failureOf(containers.commit({ ...input, reference: image }));
    expect(taken).toMatchObject({ code: 'conflict', title: expect.stringContaining(image) });
    const made = await containers.commit({ ...input, reference: 'containers-test:committed' });
    expect(made.reference).toBe('containers-test:committed');
    const [kept, comment] = await Promise.all([
      docker(['run', '--rm', made.reference, 'cat', '/kept']),
      docker(['inspect', '--format', '{{.Id}} {{.Comment}}', made.reference]),
    ]);
    expect(kept).toBe('kept\nmore\n');
    expect(comment.trim()).toBe(`${made.id} by hand`);
  });

  it('tell of what happens to them', async () => {
    const news = new Promise<string | null>((resolve) => (onChanged = resolve));
    await docker(['rm', 'writer']);
    expect(await news).toMatch(/^[0-9a-f]{64}$/);
  });

  it('that are gone are said to be', async () => {
    const container = 'f'.repeat(64);
    const input = { container, reference: 'containers-test:x', message: '', pause: true, move: false };
    for (const work of [
      () => containers.size({ container }),
      () => containers.changes({ container }),
      () => containers.commit(input),
    ])
      expect(await failureOf(work())).toMatchObject({ code: 'not-found' });
  });
});
