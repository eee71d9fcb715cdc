import { describe, expect, it, vi } from 'vitest';
import { createDesks, type Seats } from './desks.js';

function setUp() {
  const log: string[] = [];
  const seatsAt = new Map<string | null, Seats>();
  const busy = new Set<string | null>();
  let settled = Promise.resolve();
  const desks = createDesks({
    open(place, seats) {
      log.push(`open ${place}`);
      seatsAt.set(place, seats);
      return {
        place,
        isBusy: () => busy.has(place),
        settled: () => settled,
        stop() {
          log.push(`stop ${place}`);
          return Promise.resolve();
        },
      };
    },
    onError: (error) => {
      throw error;
    },
  });
  return { desks, log, seatsAt, busy, settleAfter: (work: Promise<void>) => void (settled = work) };
}

describe('desks', () => {
  it('are made once a place, and ended with the last window that was there', async () => {
    const { desks, log, seatsAt } = setUp();
    const first = desks.sit(1, null);
    expect(desks.sit(2, null)).toBe(first);
    const other = desks.sit(2, 'far');
    expect([desks.of(1), desks.of(2)]).toEqual([first, other]);
    expect(desks.inUse()).toBe(2);
    expect([seatsAt.get(null)?.windows(), seatsAt.get('far')?.windows()]).toEqual([[1], [2]]);
    desks.leave(2);
    await vi.waitFor(() => expect(log).toEqual(['open null', 'open far', 'stop far']));
    expect(desks.all()).toEqual([first]);
    expect(desks.inUse()).toBe(1);
    expect(() => desks.of(2)).toThrow('at no engine');
  });

  it('stay for work that goes on without a window, and end after it', async () => {
    const { desks, log, busy, seatsAt } = setUp();
    desks.sit(1, 'a');
    busy.add('a');
    desks.sit(1, 'b');
    await desks.of(1).settled();
    expect(log).toEqual(['open a', 'open b']);
    busy.delete('a');
    seatsAt.get('a')?.onIdle();
    await vi.waitFor(() => expect(log).toEqual(['open a', 'open b', 'stop a']));
  });

  it('stay for a window that comes back before they have ended', async () => {
    const { desks, log, settleAfter } = setUp();
    let settle = (): void => undefined;
    settleAfter(new Promise((resolve) => (settle = resolve)));
    const first = desks.sit(1, 'a');
    desks.sit(1, 'b');
    expect(desks.sit(2, 'a')).toBe(first);
    settle();
    await first.settled();
    await Promise.resolve();
    expect(log).toEqual(['open a', 'open b']);
  });

  it('that have ended reach no window of their successors', async () => {
    const { desks, log, seatsAt } = setUp();
    desks.sit(1, 'a');
    const old = seatsAt.get('a');
    desks.sit(1, 'b');
    await vi.waitFor(() => expect(log).toContain('stop a'));
    desks.sit(2, 'a');
    expect(old?.windows()).toEqual([]);
    expect(seatsAt.get('a')?.windows()).toEqual([2]);
  });

  it('all end when Strata does', async () => {
    const { desks, log, busy } = setUp();
    desks.sit(1, 'a');
    desks.sit(2, 'b');
    busy.add('a');
    await desks.stop();
    expect(log.slice(2).sort()).toEqual(['stop a', 'stop b']);
    expect(desks.all()).toEqual([]);
  });
});
