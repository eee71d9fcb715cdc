import type { Locator, Page } from '@playwright/test';

export class PullDialog {
  readonly dialog: Locator;
  readonly said: Locator;
  readonly alert: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Pull' });
    this.said = this.dialog.getByRole('status').first();
    this.alert = this.dialog.getByRole('alert');
  }

  /** Opens the dialog from the Images screen and asks for an image. */
  async pull(reference: string): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'Pull', exact: true }).click();
    await this.dialog.getByRole('textbox', { name: 'Image' }).fill(reference);
    await this.dialog.getByRole('button', { name: 'Pull', exact: true }).click();
  }
}
