import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeClient, type FakeClient } from '../../../tests/support/fake-client.js';
import { sampleImage } from '../../../tests/support/sample-images.js';
import type { EngineStatus } from '../../shared/contract/engine.js';
import type { ImageSummary } from '../../shared/contract/images.js';
import { FailureError } from '../../shared/failure.js';
import { EngineState } from './engine.svelte.js';
import { ImagesState } from './images.svelte.js';

let fake: FakeClient;
afterEach(() => fake.end());

const endpoint = { address: 'unix:///run/engine.sock', origin: 'default' } as const;
const connected: EngineStatus = {
  state: 'connected',
  endpoint,
  product: 'Docker',
  version: '28.2.2',
  apiVersion: '1.50',
  os: 'linux',
  architecture: 'amd64',
  buildkit: true,
};
const none = new FailureError({ code: 'engine-unreachable', title: 'No engine answers', detail: '' });

function images(list: () => Promise<readonly ImageSummary[]>, status: EngineStatus): ImagesState {
  fake = fakeClient({ engine: { status: () => Promise.resolve(status) }, images: { list } });
  return new ImagesState(fake.client, new EngineState(fake.client));
}

describe('the images', () => {
  it('of an engine that comes later are there, also when there is none', async () => {
    let list: (() => Promise<readonly ImageSummary[]>) | null = null;
    const state = images(() => (list ? list() : Promise.reject(none)), {
      state: 'unreachable',
      endpoint,
      failure: none.failure,
    });
    await vi.waitFor(() => expect(state.loaded).toBe(false));
    list = () => Promise.resolve([]);
    fake.emit.engine.statusChanged(connected);
    await vi.waitFor(() => expect(state.loaded).toBe(true));
    expect(state.failure).toBeNull();
  });

  it('are asked for again when one changed while the answer was on its way', async () => {
    const answers = [[sampleImage(1, 'old:1')], [sampleImage(1, 'new:1')]];
    const state = images(() => {
      const answer = answers.shift() ?? [];
      if (answers.length > 0) fake.emit.images.changed({ upserted: [sampleImage(1, 'new:1')], removed: [] });
      return Promise.resolve(answer);
    }, connected);
    await vi.waitFor(() => expect(answers).toEqual([]));
    await vi.waitFor(() => expect(state.all[0]?.references).toEqual(['new:1']));
  });

  it('are found by name and by id, and leave when main says so', async () => {
    const state = images(() => Promise.resolve([sampleImage(1, 'a:1'), sampleImage(2, 'b:1')]), connected);
    await vi.waitFor(() => expect(state.loaded).toBe(true));
    expect(state.find('b:1')?.id).toBe(sampleImage(2).id);
    expect(state.find(sampleImage(1).id)?.references).toEqual(['a:1']);
    fake.emit.images.changed({ upserted: [], removed: [sampleImage(2).id] });
    expect(state.find('b:1')).toBeUndefined();
  });
});
