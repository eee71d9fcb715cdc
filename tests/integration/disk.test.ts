import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createDisk } from '../../src/main/disk/index.js';
import type { EngineService } from '../../src/main/engine/index.js';
import { createImages, watchImages, type ImageWatch } from '../../src/main/images/index.js';
import type { CleanUp, CleanUpReport, DiskUsage } from '../../src/shared/contract/disk.js';
import { freeing } from '../../src/shared/disk/holders.js';
import { candidatesOf, imagesGoing, targetsOf, type CleanUpRules } from '../../src/shared/disk/rules.js';
import { startEngine, type TestEngine } from '../support/engine.js';
import { run } from '../support/processes.js';
import { failureOf, openEngine } from './parts.js';

// Everything is looked at and taken away: only an engine of the test's own will do.
describe.runIf(inject('engineIsPrivate'))('the disk', () => {
  let own: TestEngine;
  let engine: EngineService;
  let disk: ReturnType<typeof createDisk>;
  let images: ReturnType<typeof createImages>;
  let watch: ImageWatch;
  const measured: number[] = [];

  beforeAll(async () => {
    own = await startEngine({ mirror: inject('openRegistry') });
    engine = openEngine(own.host);
    await engine.reconnect();
    watch = watchImages(engine, () => undefined);
    images = createImages({ engine, list: watch.list });
    disk = createDisk({ engine, inspect: images.inspect, onMeasured: (at) => measured.push(at) });
  });
  afterAll(async () => {
    watch.stop();
    engine.stop();
    await own.stop();
  });

  const parts = (abort = new AbortController()) => ({
    id: 'disk',
    report: () => undefined,
    signal: abort.signal,
  });
  const nothing: CleanUp = { tags: [], images: [], cache: [], force: false };
  const cleanUp = (what: Partial<CleanUp>): Promise<CleanUpReport> =>
    disk.cleanUp.run({ ...nothing, ...what }, parts());

  async function measure(): Promise<DiskUsage> {
    await disk.measure.run({}, parts());
    return (await disk.usage())!;
  }

  /** Bytes of the engine's whole folder, as the system counts them. */
  async function dataRoot(): Promise<number> {
    const answer = await run('du', ['-s', '--block-size=1', join(dirname(own.socketPath), 'data')]);
    return Number(answer.split('\t')[0]);
  }

  async function build(reference: string, dockerfile: string, builder: 'BuildKit' | 'classic' = 'BuildKit') {
    await own.docker(['build', '--quiet', '--tag', reference, '-'], {
      input: dockerfile,
      env: { DOCKER_BUILDKIT: builder === 'BuildKit' ? '1' : '0' },
    });
  }
  const random = (name: string, megabytes: number) =>
    `RUN dd if=/dev/urandom of=/${name} bs=1M count=${megabytes}\n`;
  const find = (usage: DiskUsage, reference: string) =>
    usage.images.find(({ references }) => references.includes(reference))!;
  const off: CleanUpRules = {
    untagged: false,
    unusedDays: null,
    keepTags: null,
    cacheDays: null,
    cacheBytes: null,
  };

  it('is not cleaned up before it was measured', async () => {
    expect(await disk.usage()).toBeNull();
    expect((await failureOf(cleanUp({}))).code).toBe('not-found');
  });

  it('of an empty engine is empty', async () => {
    expect(await measure()).toMatchObject({ layers: [], images: [], containers: [], volumes: [], cache: [] });
    expect(measured).toEqual([(await disk.usage())!.measuredAt]);
  });

  it('has every layer once, as many bytes as the engine counts', async () => {
    await own.docker(['pull', 'alpine:3.20']);
    await build(
      'shared:1',
      `FROM alpine:3.20\n${random('a1', 6)}${random('b2', 2)}RUN mkdir /empty\n`,
      'classic',
    );
    await build('shared:2', `FROM shared:1\n${random('c3', 3)}`, 'classic');
    const usage = await measure();
    const { LayersSize } = (await engine.docker().df()) as { readonly LayersSize: number };
    expect(usage.layers.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(LayersSize);
    for (const { top, bytes } of usage.images) {
      let sum = 0;
      for (let at = top; at >= 0; at = usage.layers[at]!.below) sum += usage.layers[at]!.bytes;
      expect(sum).toBe(bytes);
    }
    // Asked again, with what is known already.
    expect({ ...(await measure()), measuredAt: 0 }).toEqual({ ...usage, measuredAt: 0 });
  });

  it('frees what the plan says, within 1 % of what the engine’s folder loses', async () => {
    await build('freed:1', `FROM alpine:3.20\n${random('a4', 9)}${random('b5', 4)}`, 'classic');
    await own.docker(['tag', 'freed:1', 'freed:also']);
    await build('freed:2', `FROM freed:1\n${random('c6', 5)}`, 'classic');
    const usage = await measure();
    const chosen = candidatesOf(usage, { ...off, keepTags: 0 }, Date.now()).filter(({ name }) =>
      name.startsWith('freed:'),
    );
    const alone = freeing(usage, { images: new Set([find(usage, 'freed:1').id]), cache: new Set() }).bytes;
    expect(alone).toBe(0);
    const planned = freeing(usage, { images: imagesGoing(usage, chosen), cache: new Set() }).bytes;
    expect(planned).toBe(18 * 1024 ** 2);

    const before = await dataRoot();
    const report = await cleanUp(targetsOf(chosen));
    const lost = before - (await dataRoot());
    expect(report).toMatchObject({ freed: planned, cancelled: false });
    expect(report.rows.map(({ result }) => result.kind)).toEqual(chosen.map(() => 'removed'));
    expect(Math.abs(lost - planned) / planned).toBeLessThan(0.01);
  });

  it('tells what the build cache still holds, and frees it with the cache', async () => {
    await build('cached:1', `FROM alpine:3.20\n${random('a7', 8)}${random('b8', 3)}`);
    await build('cached:2', `FROM cached:1\n${random('c9', 4)}`);
    const usage = await measure();
    const cached = ['cached:1', 'cached:2'].map((name) => find(usage, name));
    const going = { images: new Set(cached.map(({ id }) => id)), cache: new Set<string>() };
    expect(freeing(usage, going)).toMatchObject({ bytes: 0, heldByCache: 15 * 1024 ** 2 });

    const cache = new Set(usage.cache.map(({ id }) => id));
    const planned = freeing(usage, { ...going, cache }).bytes;
    const before = await dataRoot();
    const report = await cleanUp({
      tags: cached.map(({ id, references }) => ({ reference: references[0]!, image: id })),
      cache: [...cache],
    });
    const lost = before - (await dataRoot());
    expect(report.rows.filter(({ result }) => result.kind !== 'removed')).toEqual([]);
    expect(report.freed).toBe(planned);
    expect(Math.abs(lost - planned) / planned).toBeLessThan(0.01);
    expect((await measure()).cache).toEqual([]);
  });

  it('takes the build cache away by age and size, and nothing that newer records build on', async () => {
    await build('by-size:1', `FROM alpine:3.20\n${random('a10', 2)}`);
    await build('by-size:2', `FROM alpine:3.20\n${random('b11', 3)}`);
    await own.docker(['rmi', 'by-size:1', 'by-size:2']);
    const usage = await measure();
    expect(candidatesOf(usage, { ...off, cacheDays: 1 }, Date.now())).toEqual([]);
    const chosen = candidatesOf(usage, { ...off, cacheBytes: 4 * 1000 ** 2 }, Date.now());
    const report = await cleanUp(targetsOf(chosen));
    expect(report.rows.every(({ result }) => result.kind === 'removed')).toBe(true);
    const left = (await measure()).cache;
    expect(left.map(({ name }) => name)).toContain('RUN dd if=/dev/urandom of=/b11 bs=1M count=3');
    expect(left.map(({ name }) => name)).not.toContain('RUN dd if=/dev/urandom of=/a10 bs=1M count=2');
  });

  it('keeps what is in use unless that was asked for, and says by whom it is used', async () => {
    await build('used:1', `FROM alpine:3.20\n${random('a12', 2)}`, 'classic');
    await own.docker(['create', '--name', 'stopped', 'used:1', 'true']);
    await build('running:1', `FROM alpine:3.20\n${random('b13', 2)}`, 'classic');
    await own.docker(['run', '--detach', '--name', 'busy', 'running:1', 'sleep', '1000']);
    const usage = await measure();
    const tags = ['used:1', 'running:1'].map((reference) => ({
      reference,
      image: find(usage, reference).id,
    }));
    expect(tags.map(({ reference }) => find(usage, reference).containers)).toEqual([['stopped'], ['busy']]);

    const kept = await cleanUp({ tags });
    expect(kept.freed).toBe(0);
    const why = new Map(kept.rows.map(({ name, result }) => [name, result]));
    expect(Object.fromEntries(why)).toEqual({
      'used:1': { kind: 'refused', why: 'A container was made from it: stopped.' },
      'running:1': { kind: 'refused', why: 'A container was made from it: busy.' },
    });
    const forced = await cleanUp({ tags, force: true });
    // Its container still stands on its layers: the image is gone, its bytes are not.
    expect(forced.freed).toBe(0);
    expect(forced.rows.find(({ name }) => name === 'used:1')!.result).toEqual({ kind: 'removed' });
    const later = await measure();
    const { top } = later.containers.find(({ name }) => name === 'stopped')!;
    expect(later.layers[top]!.bytes).toBe(2 * 1024 ** 2);
    // One that runs keeps its image, whose name is gone.
    const { image } = tags[1]!;
    expect(forced.rows.find(({ name }) => name === 'running:1')!.result).toEqual({
      kind: 'untagged',
      image,
      why: 'A container was made from it: busy.',
    });
    await own.docker(['rm', '--force', 'stopped', 'busy']);
    await own.docker(['rmi', image]);
  });

  it('loses a name only while it points to what was shown, and a name can be put back', async () => {
    await build('moved:1', `FROM alpine:3.20\n${random('a14', 1)}`, 'classic');
    await own.docker(['tag', 'moved:1', 'moved:2']);
    const usage = await measure();
    const image = find(usage, 'moved:1').id;
    await own.docker(['tag', 'alpine:3.20', 'moved:2']);
    const report = await cleanUp({
      tags: [
        { reference: 'moved:2', image },
        { reference: 'gone:1', image },
      ],
    });
    expect(report.rows.map(({ result }) => result)).toEqual([
      { kind: 'refused', why: expect.stringContaining('another image') },
      { kind: 'refused', why: 'It was gone already.' },
    ]);
    await own.docker(['tag', 'moved:1', 'moved:3']);
    const untagged = await cleanUp({ tags: [{ reference: 'moved:3', image }] });
    expect(untagged).toMatchObject({
      freed: 0,
      rows: [{ result: { kind: 'untagged', image, why: 'It is also moved:1.' } }],
    });
    await own.docker(['tag', image, 'moved:3']);
    expect(find(await measure(), 'moved:3').id).toBe(image);
  });

  it('takes untagged images, but none that was tagged meanwhile', async () => {
    await build('lost:1', `FROM alpine:3.20\n${random('a15', 2)}`, 'classic');
    await build('lost:1', `FROM alpine:3.20\n${random('b16', 2)}`, 'classic');
    const usage = await measure();
    const chosen = candidatesOf(usage, { ...off, untagged: true }, Date.now());
    expect(chosen).toHaveLength(1);
    const [image] = targetsOf(chosen).images as [string];
    await own.docker(['tag', image, 'kept:1']);
    expect((await cleanUp({ images: [image] })).rows[0]!.result.kind).toBe('refused');
    await own.docker(['tag', find(usage, 'lost:1').id, 'kept:1']);
    expect(await cleanUp({ images: [image] })).toMatchObject({
      freed: 2 * 1024 ** 2,
      rows: [{ result: { kind: 'removed' } }],
    });
  });

  it('is left alone from the moment of a cancel, and the report has what was done', async () => {
    const abort = new AbortController();
    abort.abort();
    const usage = await measure();
    const image = find(usage, 'alpine:3.20').id;
    expect(
      await disk.cleanUp.run({ ...nothing, tags: [{ reference: 'alpine:3.20', image }] }, parts(abort)),
    ).toEqual({ rows: [], freed: 0, cancelled: true });
    expect((await failureOf(disk.measure.run({}, parts(abort)))).code).toBe('cancelled');
  });
});
