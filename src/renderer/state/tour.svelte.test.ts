import { flushSync } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { sampleImage } from '../../../tests/support/sample-images.js';
import { fakeClient, type FakeClient } from '../../../tests/support/fake-client.js';
import { createState } from './index.js';
import { tourSteps } from './tour.svelte.js';

let fake: FakeClient | undefined;
afterEach(() => fake?.end());

async function stateWith(images: readonly ReturnType<typeof sampleImage>[]) {
  fake = fakeClient({ images: { list: () => Promise.resolve(images) } });
  const app = createState(fake.client);
  await app.images.load();
  flushSync();
  return app;
}

describe('the tour', () => {
  it('goes to the user’s youngest image that has a name, tab by tab, and back', async () => {
    const old = { ...sampleImage(1, 'old:1'), created: 1 };
    const young = { ...sampleImage(2, 'young:1'), created: 2 };
    const nameless = { ...sampleImage(3, 'x'), references: [], created: 3 };
    const { tour, navigation } = await stateWith([old, young, nameless]);
    tour.start();
    expect(navigation.screen).toEqual({ name: 'images' });
    for (const tab of ['layers', 'tags', 'containers']) {
      tour.next();
      expect([tour.step, navigation.screen]).toEqual([tab, { name: 'image', image: 'young:1', tab }]);
    }
    tour.back();
    expect(tour.step).toBe('tags');
  });

  it('ends after its last step, and whenever it is stopped', async () => {
    const { tour, navigation } = await stateWith([]);
    tour.start();
    for (const _step of tourSteps) tour.next();
    expect(tour.step).toBeNull();
    tour.start();
    tour.next();
    // There is no image to go to: it stays where it was and says so.
    expect(navigation.screen).not.toMatchObject({ name: 'image' });
    tour.stop();
    tour.next();
    expect(tour.step).toBeNull();
  });
});
