/** What is timed inside the window, where the frames are: each as the text of a function, since the page has no compiler's helpers. */
import type { Page } from '@playwright/test';

/** Ends after what the next frame shows has been painted. */
const PAINTED = `
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = resolve;
    port1.postMessage(null);
  }));
`;
const ROWS = `document.querySelectorAll('[role=grid] [role=row][aria-selected]')`;

/** Milliseconds from the click on “Try again”, after which everything is asked for, to the painted rows under a count of `shown`. */
export const askAndPaint = (page: Page, shown: string): Promise<number> =>
  page.evaluate(`(async () => {
    ${PAINTED}
    const again = [...document.querySelectorAll('button')].find((each) => each.textContent.trim() === 'Try again');
    const asked = performance.now();
    again.click();
    for (;;) {
      await painted();
      const count = document.querySelector('[role=status][aria-label=Shown]')?.textContent;
      if (count === ${JSON.stringify(shown)} && ${ROWS}.length > 10) return performance.now() - asked;
    }
  })()`);

/** Notes when each of the rows of these names was painted first; `paintedAt` has the answer. */
export const watchFor = (page: Page, names: readonly string[]): Promise<void> =>
  page.evaluate(`(() => {
    ${PAINTED}
    const at = {};
    globalThis.bench = at;
    const names = ${JSON.stringify(names)};
    void (async () => {
      while (Object.keys(at).length < names.length) {
        await painted();
        for (const row of ${ROWS}) if (names.includes(row.ariaLabel)) at[row.ariaLabel] ??= Date.now();
      }
    })();
  })()`);

/** Milliseconds since 1970, by name. */
export const paintedAt = (page: Page): Promise<Readonly<Record<string, number>>> =>
  page.evaluate('globalThis.bench');

/** Milliseconds from each key that is pressed in the filter until its result is painted. */
export async function typeInFilter(page: Page, keys: readonly string[]): Promise<readonly number[]> {
  await page.getByRole('searchbox', { name: 'Filter images' }).focus();
  await page.evaluate(`(() => {
    ${PAINTED}
    const times = [];
    globalThis.bench = times;
    document.addEventListener('keydown', (event) => {
      void painted().then(() => times.push(performance.now() - event.timeStamp));
    }, { capture: true });
  })()`);
  for (const [at, key] of keys.entries()) {
    await page.keyboard.press(key);
    await page.evaluate(`new Promise((resolve) => {
      const look = () => (bench.length > ${at} ? resolve() : setTimeout(look, 5));
      look();
    })`);
  }
  return page.evaluate('globalThis.bench');
}

/** Milliseconds of each frame while the list is scrolled by three rows a frame. */
export const scrollDown = (page: Page, frames: number): Promise<readonly number[]> =>
  page.evaluate(`new Promise((resolve) => {
    const grid = document.querySelector('[role=grid]');
    const times = [];
    let last = null;
    const next = (now) => {
      if (last !== null) times.push(now - last);
      last = now;
      if (times.length === ${frames}) return resolve(times);
      grid.scrollTop += 96;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  })`);
