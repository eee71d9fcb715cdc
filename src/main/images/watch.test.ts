import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ImagesChange } from '../../shared/contract/images.js';
import type { EngineEvent, EngineService } from '../engine/index.js';
import { watchImages } from './watch.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An engine that holds what `rows` says, answers in 30 ms, and counts how often it is asked. */
function parts() {
  const engine = {
    rows: [] as object[],
    asked: 0,
    underWay: 0,
    most: 0,
    fails: false,
    listener: (_event: EngineEvent): void => undefined,
  };
  const listImages = async (): Promise<object[]> => {
    engine.asked++;
    engine.most = Math.max(engine.most, ++engine.underWay);
    await new Promise((resolve) => setTimeout(resolve, 30));
    engine.underWay--;
    if (engine.fails) throw Object.assign(new Error('boom'), { statusCode: 500 });
    return engine.rows;
  };
  const service = {
    docker: () => ({ listImages }),
    status: () => ({ state: 'connected' }),
    onEvent: (listener: (event: EngineEvent) => void) => {
      engine.listener = listener;
      return () => (engine.listener = () => undefined);
    },
  } as unknown as EngineService;
  const changes: ImagesChange[] = [];
  const end = watchImages(service, (change) => changes.push(change));
  const tell = (): void => engine.listener({ action: 'tag', id: 'x' });
  return { engine, changes, end, tell };
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
