/** Tags on a real engine: where they point, what becomes of the images they leave, and what is seen of others' moves. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import type { EngineService } from '../../src/main/engine/index.js';
import { watchImages, type ImageWatch } from '../../src/main/images/index.js';
import { createTags, openTagMemory, type TagService } from '../../src/main/tags/index.js';
import type { TagMove } from '../../src/shared/contract/tags.js';
import { dockerFor, type TestEngine } from '../support/engine.js';
import { makeFolder } from '../support/processes.js';
import { failureOf, onDamaged, openEngine } from './parts.js';

const prefix = inject('namePrefix');
let engine: EngineService;
let docker: TestEngine['docker'];
let tags: TagService;
let watch: ImageWatch;
let home: string;
let seen: TagMove[] = [];
let heard: () => void = () => undefined;

const open = async (): Promise<void> => {
  const onMoved = (moves: readonly TagMove[]): void => {
    seen.push(...moves);
    heard();
  };
  const log = (message: string, error: unknown): never => {
    throw new Error(message, { cause: error });
  };
  const memory = openTagMemory({ home, onDamaged, onCleared: () => onMoved([]), log });
  tags = createTags({ engine, memory, onMoved, log });
  watch = watchImages(engine, tags.follow);
  await watch.list();
};
const close = (): void => {
  watch.stop();
  tags.stop();
};

beforeAll(async () => {
  engine = openEngine(inject('engineHost'));
  docker = await dockerFor(inject('engineHost'));
  home = await makeFolder('home');
  await open();
});
afterAll(async () => {
  close();
  engine.stop();
  await rm(home, { recursive: true });
});

/** Makes an image of its own under `name`. */
async function build(name: string, builder: 'BuildKit' | 'classic' = 'BuildKit', from = 'alpine:3.20') {
  const reference = `${prefix}${name}`;
  goAfterwards(reference);
  await docker(['build', '--quiet', '--tag', reference, '-'], {
    input: `FROM ${from}\nLABEL made-for=${reference}\n`,
    env: { DOCKER_BUILDKIT: builder === 'BuildKit' ? '1' : '0' },
  });
  return { reference, id: await idOf(reference) };
}
function goAfterwards(...names: readonly string[]): void {
  onTestFinished(async () => {
    for (const name of names) await docker(['rmi', '--force', name]).catch(() => undefined);
  });
}
const idOf = async (name: string) => (await docker(['inspect', '--format', '{{.Id}}', name])).trim();
const isThere = (name: string) =>
  docker(['inspect', name]).then(
    () => true,
    () => false,
  );
/** The first move of a name that is seen from now on, or was since `seen` was emptied. */
async function moveOf(reference: string): Promise<TagMove> {
  for (;;) {
    const found = seen.find((move) => move.reference === reference);
    if (found) return found;
    await new Promise<void>((done) => (heard = done));
  }
}

describe('a tag', () => {
  it('is added, and never taken from another image by that', async () => {
    const one = await build('tag-one:1');
    const two = await build('tag-two:1');
    const reference = `${prefix}tag-new`;
    goAfterwards(`${reference}:latest`);
    const { calls } = tags;
    expect(await calls.add({ image: one.id, reference })).toEqual({ reference: `${reference}:latest` });
    // It is there already: nothing to ask about.
    await calls.add({ image: one.id, reference });
    const failure = await failureOf(calls.add({ image: two.id, reference }));
    expect(failure).toMatchObject({ code: 'conflict', detail: expect.stringContaining(one.id.slice(7, 19)) });
    expect(failure.detail).toContain(one.reference);
    expect(await idOf(reference)).toBe(one.id);
    expect((await failureOf(calls.add({ image: one.id, reference: two.reference }))).detail).toContain(
      'left untagged',
    );
    const list = await calls.list({ image: reference });
    expect(list).toMatchObject({
      id: one.id,
      tags: [
        { reference: `${reference}:latest`, pinned: null },
        { reference: one.reference, pinned: null },
      ],
      lastTag: { kind: 'goes' },
    });
  });

  it('is moved only from where it was said to point, and what that leaves is told', async () => {
    const one = await build('move-one:1');
    const two = await build('move-two:1');
    const three = await build('move-three:1');
    const { calls } = tags;
    const reference = one.reference;
    goAfterwards(one.id);
    const moved = await calls.move({ image: two.id, reference, from: one.id });
    expect(moved).toEqual({ reference, left: { id: one.id, references: [], isThere: true } });
    expect(await idOf(reference)).toBe(two.id);

    // Whoever was shown the older state changes nothing.
    expect(await failureOf(calls.move({ image: three.id, reference, from: one.id }))).toMatchObject({
      code: 'conflict',
      detail: expect.stringContaining(`points to ${two.id.slice(7, 19)} now`),
    });
    expect(await idOf(reference)).toBe(two.id);

    // The image that it left is there without a name, so the move can be undone.
    await calls.move({ image: one.id, reference, from: two.id });
    expect(await idOf(reference)).toBe(one.id);
  });

  it('is renamed: the new name is there and the old is gone, or nothing has changed', async () => {
    const one = await build('rename-one:1');
    const two = await build('rename-two:1');
    const { calls } = tags;
    const to = `${prefix}renamed:2`;
    goAfterwards(to, two.id);
    const { id: image, reference } = one;
    expect(await calls.rename({ image, reference, to, replaces: null })).toEqual({
      reference: to,
      left: null,
    });
    expect(await isThere(reference)).toBe(false);
    expect(await idOf(to)).toBe(image);

    const taken = { image, reference: to, to: two.reference };
    expect((await failureOf(calls.rename({ ...taken, replaces: null }))).code).toBe('conflict');
    expect((await failureOf(calls.rename({ ...taken, replaces: image }))).code).toBe('conflict');
    expect((await failureOf(calls.rename({ ...taken, to, replaces: null }))).code).toBe('invalid-input');
    expect((await failureOf(calls.rename({ ...taken, image: two.id, replaces: null }))).code).toBe(
      'conflict',
    );
    expect([await idOf(to), await idOf(two.reference)]).toEqual([image, two.id]);

    expect(await calls.rename({ ...taken, replaces: two.id })).toEqual({
      reference: two.reference,
      left: { id: two.id, references: [], isThere: true },
    });
    expect(await isThere(to)).toBe(false);
  });

  it('is no digest, and no name that can’t be one', async () => {
    const { id } = await build('strict:1');
    for (const reference of [`a@sha256:${'0'.repeat(64)}`, 'A', 'a:b c', '-x'])
      expect((await failureOf(tags.calls.add({ image: id, reference }))).code).toBe('invalid-input');
    for (const image of ['../containers', 'a/json?all=1', 'A B', 'a#b'])
      expect((await failureOf(tags.calls.add({ image, reference: 'a' }))).code).toBe('invalid-input');
    expect((await failureOf(tags.calls.add({ image: `${prefix}nowhere`, reference: 'a' }))).code).toBe(
      'not-found',
    );
  });
});

describe('the last tag of an image', () => {
  it('takes the image with it, as was said before', async () => {
    const { id, reference } = await build('last:1');
    goAfterwards(`${prefix}last:2`);
    await docker(['tag', id, `${prefix}last:2`]);
    const first = await tags.calls.remove({ image: id, reference: `${prefix}last:2` });
    expect(first).toEqual({ untagged: [`${prefix}last:2`], deleted: [], imageStays: true });
    expect((await tags.calls.list({ image: id })).lastTag).toEqual({ kind: 'goes' });
    const last = await tags.calls.remove({ image: id, reference });
    expect(last).toMatchObject({ untagged: [reference], imageStays: false });
    expect(last.deleted).toContain(id);
    expect(await isThere(id)).toBe(false);
  });

  it('leaves it untagged where images of the classic builder stand on it; the tag can be given back', async () => {
    const { id, reference } = await build('below:1', 'classic');
    const above = await build('above:1', 'classic', reference);
    expect((await tags.calls.list({ image: id })).lastTag).toEqual({
      kind: 'stays',
      because: [above.reference],
    });
    expect(await tags.calls.remove({ image: id, reference })).toMatchObject({ imageStays: true });
    expect(await isThere(reference)).toBe(false);
    await tags.calls.add({ image: id, reference });
    expect(await idOf(reference)).toBe(id);
  });

  it('is kept by the engine while a container was made from the image, and that is said before', async () => {
    const { id, reference } = await build('held:1');
    const container = `${prefix}holder`;
    onTestFinished(() => docker(['rm', '--force', container]).then(() => undefined));
    await docker(['create', '--name', container, reference, 'true']);
    expect((await tags.calls.list({ image: id })).lastTag).toEqual({
      kind: 'refused',
      containers: [container],
    });
    expect(await failureOf(tags.calls.remove({ image: id, reference }))).toMatchObject({
      code: 'conflict',
      remedy: expect.stringContaining('docker rm'),
    });
    // Renaming is no removal of the last name: it goes.
    const to = `${prefix}held:2`;
    goAfterwards(to);
    await tags.calls.rename({ image: id, reference, to, replaces: null });
    expect(await idOf(to)).toBe(id);
  });

  it('is not taken from an image that it points to only now', async () => {
    const one = await build('race-one:1');
    const two = await build('race-two:1');
    goAfterwards(one.id);
    await docker(['tag', two.id, one.reference]);
    expect((await failureOf(tags.calls.remove({ image: one.id, reference: one.reference }))).code).toBe(
      'conflict',
    );
    expect(await idOf(one.reference)).toBe(two.id);
  });
});

describe('the history of tags', () => {
  it('has what others did, with where from and where to, and knows its own', async () => {
    const one = await build('seen-one:1');
    const two = await build('seen-two:1');
    goAfterwards(one.id);
    expect(await moveOf(two.reference)).toMatchObject({ from: null, to: two.id });
    seen = [];
    await docker(['tag', two.id, one.reference]);
    expect(await moveOf(one.reference)).toMatchObject({ from: one.id, to: two.id, by: 'tag' });

    seen = [];
    await tags.calls.move({ image: one.id, reference: one.reference, from: two.id });
    expect(await moveOf(one.reference)).toMatchObject({ from: two.id, to: one.id, by: 'strata' });

    seen = [];
    await docker(['rmi', two.reference]);
    expect(await moveOf(two.reference)).toMatchObject({ from: two.id, to: null, by: 'removal' });

    const { moves, setAside } = await tags.calls.history({ image: one.id });
    expect(setAside).toBeNull();
    expect(moves.map(({ from, to }) => [from, to])).toEqual([
      [two.id, one.id],
      [one.id, two.id],
      [null, one.id],
    ]);
    expect((await tags.calls.list({ image: one.id })).tags[0]?.since).toBe(moves[0]?.at);
  });

  it('tells what an archive brought', async () => {
    const { reference, id } = await build('carried:1');
    await moveOf(reference);
    const folder = await makeFolder('archive');
    onTestFinished(() => rm(folder, { recursive: true }));
    await docker(['save', '--output', `${folder}/a.tar`, reference]);
    seen = [];
    await docker(['rmi', reference]);
    await moveOf(reference);
    seen = [];
    await docker(['load', '--input', `${folder}/a.tar`]);
    expect(await moveOf(reference)).toMatchObject({ from: null, to: id, by: 'load' });
  });

  it('outlives a restart, and has what moved meanwhile', async () => {
    const one = await build('gap-one:1');
    const two = await build('gap-two:1');
    goAfterwards(one.id);
    await moveOf(two.reference);
    close();
    await docker(['tag', two.id, one.reference]);
    seen = [];
    await open();
    expect(await moveOf(one.reference)).toMatchObject({ from: one.id, to: two.id, by: 'unseen' });
    expect((await tags.calls.history({ image: one.id })).moves).toHaveLength(2);
    await tags.calls.clear();
    expect((await tags.calls.history({ image: one.id })).moves).toEqual([]);
  });
});
