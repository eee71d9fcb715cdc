import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeClient, type FakeClient } from '../../../tests/support/fake-client.js';
import { sampleDetail, sampleImage, sampleStep } from '../../../tests/support/sample-images.js';
import { FailureError } from '../../shared/failure.js';
import { ImageShapes } from './image-shapes.svelte.js';

const gone = new FailureError({ code: 'not-found', title: 'It is not on this engine', detail: '' });

let fake: FakeClient;
let asked: string[];
/** No answer comes before this. */
let held: Promise<void>;
beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  vi.useRealTimers();
  await fake.end();
});

function shapes(present: readonly string[] = ['a', 'b', 'c']): ImageShapes {
  asked = [];
  held = Promise.resolve();
  fake = fakeClient({
    images: {
      inspect: async ({ image }) => {
        asked.push(image);
        await held;
        if (!present.includes(image)) throw gone;
        const steps = [sampleStep(0, 'COPY . .', 30), sampleStep(1, 'ENV A=1', null)];
        return sampleDetail(sampleImage(1), { steps });
      },
    },
  });
  return new ImageShapes(fake.client);
}

describe('the shapes of images', () => {
  it('are asked for only of rows on which somebody stays', async () => {
    const state = shapes();
    state.want(['a']);
    await vi.advanceTimersByTimeAsync(50);
    state.want(['b', 'b']);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toEqual(['b']);
    expect(state.of('b')).toEqual([30]);
    expect(state.of('a')).toBeUndefined();
  });

  it('are asked for no further once the rows have left', async () => {
    const state = shapes();
    let answer = (): void => undefined;
    held = new Promise((resolve) => (answer = resolve));
    state.want(['a', 'b', 'c']);
    await vi.advanceTimersByTimeAsync(200);
    state.want([]);
    answer();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toEqual(['a', 'b']);
    expect(state.of('a')).toEqual([30]);
  });

  it('are asked for again where they could not be had', async () => {
    const state = shapes([]);
    state.want(['a']);
    await vi.advanceTimersByTimeAsync(200);
    state.want(['a']);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).toEqual(['a', 'a']);
  });
});
