/** Words that change all the time, handed on now and then: a screen reader would never be done with each of them. */

/** Between two announcements of the same thing, in ms. */
export const PACE_MS = 5_000;

export type Pace = {
  /** Hands the words on at once if it was quiet for long enough, else the last of them when it was. */
  readonly take: (words: string) => void;
  readonly stop: () => void;
};

export function createPace(say: (words: string) => void, ms = PACE_MS): Pace {
  let last: string | null = null;
  let waiting: string | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const speak = (words: string): void => {
    last = words;
    say(words);
    timer = setTimeout(() => {
      timer = null;
      const next = waiting;
      waiting = null;
      if (next !== null && next !== last) speak(next);
    }, ms);
  };
  return {
    take(words) {
      if (timer !== null) waiting = words;
      else if (words !== last) speak(words);
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
