import { describe, expect, it, vi } from 'vitest';
import { Offers } from './offers.svelte.js';

const later = (): Promise<void> => Promise.resolve();

describe('what a screen offers', () => {
  it('is done while it is offered', () => {
    const offers = new Offers();
    const run = vi.fn();
    const end = offers.offer({ 'log-in': run });
    offers.take('log-in');
    end();
    offers.take('log-in');
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('and is asked for before the screen is there, is done once, as soon as it is', async () => {
    const offers = new Offers();
    const run = vi.fn();
    offers.takeSoon('log-in', () => true);
    offers.offer({ pull: vi.fn() });
    const end = offers.offer({ 'log-in': run });
    await later();
    expect(run).toHaveBeenCalledTimes(1);
    end();
    offers.offer({ 'log-in': run });
    await later();
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('is not done any more when the user went elsewhere meanwhile', async () => {
    const offers = new Offers();
    const run = vi.fn();
    offers.takeSoon('log-in', () => false);
    offers.offer({ 'log-in': run });
    await later();
    expect(run).not.toHaveBeenCalled();
  });
});
