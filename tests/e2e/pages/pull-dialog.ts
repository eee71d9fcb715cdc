import type { Locator, Page } from '@playwright/test';

export class PullDialog {
  readonly dialog: Locator;
  readonly name: Locator;
  /** What the registry has under the name. */
  readonly offer: Locator;
  readonly said: Locator;
  readonly alert: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Pull' });
    this.name = this.dialog.getByRole('combobox', { name: 'Image' });
    this.offer = this.dialog.getByRole('region', { name: 'What the registry has' });
    this.said = this.dialog.getByRole('status').first();
    this.alert = this.dialog.getByRole('alert');
  }

  /** Opens the dialog from the Images screen. */
  async open(): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'Pull', exact: true }).click();
  }

  /** Opens the dialog and asks for an image. */
  async pull(reference: string): Promise<void> {
    await this.open();
    await this.name.fill(reference);
    await this.dialog.getByRole('button', { name: 'Pull', exact: true }).click();
  }

  /** A name that is offered while one is typed. */
  choice(name: string): Locator {
    return this.dialog.getByRole('option', { name, exact: true });
  }
}
