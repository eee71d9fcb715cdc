import type { Locator, Page } from '@playwright/test';

export class ImagePage {
  readonly layers: Locator;

  constructor(readonly page: Page) {
    this.layers = page.getByRole('list', { name: 'Layers', exact: true });
  }

  heading(reference: string): Locator {
    return this.page.getByRole('heading', { name: reference, exact: true });
  }

  async openTab(name: 'Layers' | 'How it runs' | 'Tags' | 'Containers' | 'Inspect'): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
  }

  /** Adds a tag through the dialog and waits for it to close. */
  async addTag(reference: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add tag', exact: true }).first().click();
    const dialog = this.page.getByRole('dialog', { name: 'Add tag' });
    await dialog.getByRole('textbox').fill(reference);
    await dialog.getByRole('button', { name: 'Add tag', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  async openPush(): Promise<void> {
    await this.page.getByRole('button', { name: 'Push', exact: true }).first().click();
  }
}
