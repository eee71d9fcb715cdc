import type { Locator, Page } from '@playwright/test';

/** The tab “Tags” of an image's screen. */
export class TagsTab {
  readonly table: Locator;
  readonly moves: Locator;
  readonly filter: Locator;
  readonly notice: Locator;
  readonly undo: Locator;
  readonly add: Locator;

  constructor(readonly page: Page) {
    this.table = page.getByRole('table', { name: 'Tags' });
    this.moves = page.getByRole('list', { name: 'Moves' });
    this.filter = page.getByRole('searchbox', { name: 'Filter tags' });
    this.notice = page.getByRole('main').getByRole('status');
    this.undo = page.getByRole('button', { name: 'Undo' });
    this.add = page.getByRole('button', { name: 'Add a tag' });
  }

  /** The row of one tag. */
  tag(reference: string): Locator {
    return this.table.getByRole('rowheader', { name: reference, exact: true });
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name, exact: true });
  }

  /** Opens the dialog that renames or removes one tag. */
  async ask(verb: 'Rename' | 'Remove', reference: string): Promise<void> {
    await this.page.getByRole('button', { name: `${verb} ${reference}`, exact: true }).click();
  }

  /** Chooses from a tag's menu, by keyboard. */
  async choose(reference: string, item: string): Promise<void> {
    const trigger = this.page.getByRole('button', { name: `More for ${reference}`, exact: true });
    await trigger.focus();
    await trigger.press('Enter');
    const wanted = this.page.getByRole('menuitem', { name: item });
    await wanted.focus();
    await wanted.press('Enter');
  }
}
