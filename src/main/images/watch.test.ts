import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ImagesChange } from '../../shared/contract/images.js';
import type { EngineEvent, EngineService } from '../engine/index.js';
import { watchImages } from './watch.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An engine that holds what `rows` says, lists it in 30 ms unless told otherwise, and counts how often it is asked. */
function parts() {
  const engine = {
    rows: [] as ReturnType<typeof image>[],
    containers: [] as object[],
    asked: 0,
    underWay: 0,
    most: 0,
    fails: false,
    takes: 30,
    listener: (_event: EngineEvent): void => undefined,
  };
  const listImages = async (): Promise<object[]> => {
    engine.asked++;
    engine.most = Math.max(engine.most, ++engine.underWay);
    // What an engine answers is what there was when it was asked.
    const { rows } = engine;
    await new Promise((resolve) => setTimeout(resolve, engine.takes));
    engine.underWay--;
    if (engine.fails) throw Object.assign(new Error('boom'), { statusCode: 500 });
    return rows;
  };
  const getImage = (name: string) => ({
    inspect: () => {
      const row = engine.rows.find(({ Id, RepoTags }) => Id === name || RepoTags.includes(name));
      return row
        ? Promise.resolve({ ...row, Created: new Date(row.Created * 1000 + 500).toISOString() })
        : Promise.reject(Object.assign(new Error('no such image'), { statusCode: 404 }));
    },
  });
  const service = {
    docker: () => ({ listImages, getImage, listContainers: () => Promise.resolve(engine.containers) }),
    status: () => ({ state: 'connected', apiVersion: '1.41' }),
    onEvent: (listener: (event: EngineEvent) => void) => {
      engine.listener = listener;
      return () => (engine.listener = () => undefined);
    },
  } as unknown as EngineService;
  const changes: ImagesChange[] = [];
  const { stop: end, list } = watchImages(service, (change) => changes.push(change));
  const tell = (id = 'x', action = 'tag', type: EngineEvent['type'] = 'image'): void =>
    engine.listener({ type, action, id });
  return { engine, changes, end, list, tell };
}

const image = (id: string, ...RepoTags: string[]) => ({
  Id: id,
  RepoTags,
  RepoDigests: [],
  Size: 1,
  Created: 1,
});

describe('the list that is kept', () => {
  it('tells only what changed', async () => {
    const { engine, changes, tell } = parts();
    engine.rows = [image('a', 'a:1'), image('b', 'b:1')];
    tell();
    await vi.advanceTimersByTimeAsync(200);
    engine.rows = [image('a', 'a:1', 'a:2'), image('c')];
    tell();
    await vi.advanceTimersByTimeAsync(200);
    tell();
    await vi.advanceTimersByTimeAsync(200);
    expect(changes.map(({ upserted, removed }) => [upserted.map(({ id }) => id), removed])).toEqual([
      [['a', 'b'], []],
      [['a', 'c'], ['b']],
    ]);
  });

  it('is asked for as soon as there is a connection, and once', async () => {
    const { engine, changes, list, tell } = parts();
    engine.rows = [image('a', 'a:1')];
    tell('', 'resync', 'resync');
    expect(engine.asked).toBe(1);
    await vi.advanceTimersByTimeAsync(31);
    expect((await list()).map(({ id }) => id)).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(200);
    expect([engine.asked, changes.length]).toEqual([1, 1]);
  });

  it('that could not be had with the connection is asked for again', async () => {
    const { engine, list, tell } = parts();
    engine.rows = [image('a', 'a:1')];
    engine.fails = true;
    tell('', 'resync', 'resync');
    await vi.advanceTimersByTimeAsync(40);
    engine.fails = false;
    await vi.advanceTimersByTimeAsync(600);
    const { asked } = engine;
    expect(asked).toBeGreaterThan(1);
    expect((await list()).map(({ id }) => id)).toEqual(['a']);
    expect(engine.asked).toBe(asked);
  });

  it('asks a handful of times for 10,000 events, one at a time, and ends with the last state', async () => {
    const { engine, changes, tell } = parts();
    for (let at = 0; at < 10_000; at++) {
      engine.rows = [image('a', `a:${at}`)];
      tell();
      if (at % 20 === 0) await vi.advanceTimersByTimeAsync(1);
    }
    await vi.advanceTimersByTimeAsync(1_000);
    expect(engine.asked).toBeLessThanOrEqual(8);
    expect(engine.most).toBe(1);
    expect(changes.at(-1)?.upserted[0]?.references).toEqual(['a:9999']);
  });

  it('sees what happened while it was asking', async () => {
    const { engine, changes, tell } = parts();
    engine.rows = [image('a')];
    tell();
    await vi.advanceTimersByTimeAsync(30);
    engine.rows = [image('a'), image('b')];
    tell();
    await vi.advanceTimersByTimeAsync(200);
    expect(engine.most).toBe(1);
    expect(changes.at(-1)?.upserted.at(-1)?.id).toBe('b');
  });

  it('asks again for a list that could not be had, without another event', async () => {
    const { engine, changes, tell } = parts();
    engine.rows = [image('a')];
    engine.fails = true;
    tell();
    await vi.advanceTimersByTimeAsync(200);
    engine.fails = false;
    await vi.advanceTimersByTimeAsync(600);
    expect(changes).toHaveLength(1);
  });

  it('is silent once it has ended, and leaves nothing behind', async () => {
    const { engine, changes, end, tell } = parts();
    engine.rows = [image('a')];
    tell();
    await vi.advanceTimersByTimeAsync(30);
    end();
    tell();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(changes).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('who asks for the list', () => {
  it('gets it as it is kept, without asking the engine again', async () => {
    const { engine, list } = parts();
    engine.rows = [image('a', 'a:1')];
    const first = Promise.all([list(), list()]);
    await vi.advanceTimersByTimeAsync(30);
    expect((await first).map(([row]) => row?.references)).toEqual([['a:1'], ['a:1']]);
    expect((await list()).length).toBe(1);
    expect(engine.asked).toBe(1);
  });

  it('gets a new one once something happened', async () => {
    const { engine, list, tell } = parts();
    const first = list();
    await vi.advanceTimersByTimeAsync(30);
    await first;
    engine.rows = [image('a')];
    tell();
    const second = list();
    await vi.advanceTimersByTimeAsync(30);
    expect((await second).length).toBe(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(engine.asked).toBe(2);
  });

  it('hears of a failure, and of the images as soon as they can be had', async () => {
    const { engine, changes, list } = parts();
    engine.fails = true;
    const refused = expect(list()).rejects.toMatchObject({ failure: { code: 'engine-refused' } });
    await vi.advanceTimersByTimeAsync(30);
    await refused;
    engine.fails = false;
    engine.rows = [image('a')];
    await vi.advanceTimersByTimeAsync(700);
    expect(changes).toHaveLength(1);
  });
});

describe('containers', () => {
  it('are told with their image, and as they come and go without listing images again', async () => {
    const { engine, changes, list, tell } = parts();
    engine.rows = [image('sha256:a'), image('sha256:b')];
    engine.containers = [{ Id: 'c1', Names: ['/web'], ImageID: 'sha256:a' }];
    const first = list();
    await vi.advanceTimersByTimeAsync(30);
    expect((await first).map(({ containers }) => containers)).toEqual([
      { count: 1, names: ['web'] },
      { count: 0, names: [] },
    ]);
    // Podman writes ids without their algorithm.
    engine.containers = [...engine.containers, { Id: 'c2', Names: ['/api'], ImageID: 'b' }];
    tell('c2', 'create', 'container');
    tell('c2', 'start', 'container');
    await vi.advanceTimersByTimeAsync(200);
    expect(changes.at(-1)?.upserted.map(({ id, containers }) => [id, containers?.names])).toEqual([
      ['sha256:b', ['api']],
    ]);
    expect(engine.asked).toBe(1);
  });
});

describe('where listing takes long', () => {
  async function slow() {
    const all = parts();
    all.engine.rows = [image('a', 'a:1'), image('b', 'b:1')];
    all.engine.takes = 1_000;
    const first = all.list();
    await vi.advanceTimersByTimeAsync(1_000);
    await first;
    all.changes.length = 0;
    return all;
  }

  it('a new tag is told long before the list, and only once', async () => {
    const { engine, changes, tell } = await slow();
    engine.rows = [image('a', 'a:1', 'a:2'), image('b', 'b:1')];
    tell('a');
    await vi.advanceTimersByTimeAsync(50);
    expect(changes.map(({ upserted }) => upserted.map(({ references }) => references))).toEqual([
      [['a:1', 'a:2']],
    ]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(changes).toHaveLength(1);
  });

  it('a tag that moves leaves the image that had it, and a removed image leaves the list', async () => {
    const { engine, changes, tell } = await slow();
    engine.rows = [image('a', 'a:1', 'b:1'), image('b')];
    tell('a');
    await vi.advanceTimersByTimeAsync(50);
    expect(changes[0]?.upserted.map(({ id, references }) => [id, references])).toEqual([
      ['a', ['a:1', 'b:1']],
      ['b', []],
    ]);
    engine.rows = [image('a', 'a:1', 'b:1')];
    tell('b', 'delete');
    await vi.advanceTimersByTimeAsync(50);
    expect(changes[1]?.removed).toEqual(['b']);
  });

  it('a list that was asked for earlier undoes nothing that was told since', async () => {
    const { engine, changes, tell } = await slow();
    tell('', 'prune');
    await vi.advanceTimersByTimeAsync(700);
    engine.rows = [image('a', 'a:1', 'a:2'), image('b', 'b:1')];
    tell('a');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(changes.map(({ upserted }) => upserted.length)).toEqual([1]);
  });

  it('an unnamed step of a build is left to the list', async () => {
    const { engine, changes, tell } = await slow();
    const listed = engine.rows;
    engine.rows = [...listed, image('step')];
    tell('step', 'import');
    await vi.advanceTimersByTimeAsync(50);
    expect(changes).toEqual([]);
  });
});
