/** The engines that are worked with: a desk for each place, made when the first window comes to it, ended when nobody needs it. */

export type Desk = {
  /** Whether something is under way there that goes on without a window. */
  readonly isBusy: () => boolean;
  /** Resolves when what ended work leaves to do is done. */
  readonly settled: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** What a desk is given with its place. */
export type Seats = {
  /** The numbers of the windows that are at it now. */
  readonly windows: () => readonly number[];
  /** To be called when it isn't busy any more. */
  readonly onIdle: () => void;
};

export type DesksParts<D extends Desk> = {
  /** `place`: the id of an engine's place; null: as docker decides. */
  readonly open: (place: string | null, seats: Seats) => D;
  readonly onError: (error: unknown) => void;
};

export type Desks<D extends Desk> = {
  /** Brings a window to a place, from another one if it was there. */
  readonly sit: (window: number, place: string | null) => D;
  readonly leave: (window: number) => void;
  /** @throws Error for a window that is at none */
  readonly of: (window: number) => D;
  /** @throws Error for a window that is at none */
  readonly placeOf: (window: number) => string | null;
  readonly all: () => readonly D[];
  /** How many of them windows are at. */
  readonly inUse: () => number;
  /** Ends all of them, busy or not. */
  readonly stop: () => Promise<void>;
};

export function createDesks<D extends Desk>({ open, onError }: DesksParts<D>): Desks<D> {
  const desks = new Map<string | null, D>();
  const places = new Map<number, string | null>();

  const windowsAt = (place: string | null): readonly number[] =>
    [...places].filter(([, at]) => at === place).map(([window]) => window);
  const isNeeded = (place: string | null, desk: D): boolean => windowsAt(place).length > 0 || desk.isBusy();

  const tidy = async (place: string | null): Promise<void> => {
    const desk = desks.get(place);
    if (!desk || isNeeded(place, desk)) return;
    await desk.settled();
    // Meanwhile a window may have come, or this have been ended already.
    if (desks.get(place) !== desk || isNeeded(place, desk)) return;
    desks.delete(place);
    await desk.stop();
  };
  const tidyLater = (place: string | null): void => void tidy(place).catch(onError);

  const at = (place: string | null): D => {
    const known = desks.get(place);
    if (known) return known;
    let own: D | null = null;
    own = open(place, {
      // One that has ended has no windows, even when another is at its place by now.
      windows: () => (own !== null && desks.get(place) === own ? windowsAt(place) : []),
      onIdle: () => tidyLater(place),
    });
    desks.set(place, own);
    return own;
  };

  const placeOf = (window: number): string | null => {
    const place = places.get(window);
    if (place === undefined) throw new Error(`window ${window} is at no engine`);
    return place;
  };

  return {
    sit(window, place) {
      const before = places.get(window);
      places.set(window, place);
      const desk = at(place);
      if (before !== undefined && before !== place) tidyLater(before);
      return desk;
    },
    leave(window) {
      const place = places.get(window);
      places.delete(window);
      if (place !== undefined) tidyLater(place);
    },
    of: (window) => at(placeOf(window)),
    placeOf,
    all: () => [...desks.values()],
    inUse: () => new Set(places.values()).size,
    async stop() {
      const all = [...desks.values()];
      desks.clear();
      places.clear();
      await Promise.all(all.map((desk) => desk.stop()));
    },
  };
}
