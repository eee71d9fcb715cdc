/** Hands that only have a keyboard: they tab to things, and notice when they can't see where they are. */
import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any screen has. */
const MOST_STOPS = 80;

export class Keyboard {
  readonly palette: Locator;

  constructor(readonly page: Page) {
    this.palette = page.getByRole('dialog', { name: 'Command palette' });
  }

  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Tabs until `wanted` has the focus, which must be seen at every stop on the way. */
  async tabTo(wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await wanted.waitFor();
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await this.press(key);
      expect(await this.page.evaluate(unseenFocus), 'the focus is seen').toBeNull();
    }
    await expect(wanted).toBeFocused();
  }

  /** Tabs once through all that is shown, and tells how many stops there were. The focus must be seen at each. */
  async tabThrough(): Promise<number> {
    await this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    let stops = 0;
    let isRound = false;
    while (stops < MOST_STOPS) {
      await this.press('Tab');
      expect(await this.page.evaluate(unseenFocus), 'the focus is seen').toBeNull();
      const at = await this.page.evaluate(() => {
        const focused = document.activeElement;
        if (focused === null || focused === document.body) return 'page';
        if (focused.hasAttribute('data-seen')) return 'seen';
        focused.setAttribute('data-seen', '');
        return 'new';
      });
      // Past the last stop the page itself has the focus, once: where it began is where the focus was last.
      if (at === 'seen' || (at === 'page' && isRound)) return stops;
      if (at === 'page') isRound = true;
      else stops += 1;
    }
    return stops;
  }

  /** Finds an action or image in the command palette, and chooses the best answer. */
  async choose(words: string, answer: string | RegExp): Promise<void> {
    await this.press('Control+k');
    await this.palette.waitFor();
    await this.type(words);
    await expect(this.palette.getByRole('option', { selected: true })).toHaveAccessibleName(answer);
    await this.press('Enter');
    await this.palette.waitFor({ state: 'hidden' });
  }
}

/** Runs in the page: the element that has the focus and doesn't show it; null when it is seen. */
function unseenFocus(): string | null {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return null;
  // A tree or list with one stop shows it on the row that is active.
  const row = focused.getAttribute('aria-activedescendant');
  const shown = (row === null ? null : document.getElementById(row)) ?? focused;
  const hasOutline = [shown, focused].some((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  });
  return hasOutline ? null : focused.outerHTML.slice(0, 200);
}
