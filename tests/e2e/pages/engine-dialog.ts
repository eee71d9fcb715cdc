import type { Locator, Page } from '@playwright/test';

/** Every place where an engine may be. */
export class EngineDialog {
  readonly dialog: Locator;
  readonly list: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Engines' });
    this.list = this.dialog.getByRole('list', { name: 'Engines' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Choose an engine' }).click();
    await this.list.waitFor();
  }

  place(name: string): Locator {
    return this.list.getByRole('listitem').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  async use(name: string): Promise<void> {
    await this.list.getByRole('button', { name: `Use ${name}`, exact: true }).click();
  }
}
