import type { Locator, Page } from '@playwright/test';

export class PushDialog {
  readonly dialog: Locator;
  readonly destination: Locator;
  readonly push: Locator;
  readonly layers: Locator;
  readonly alert: Locator;
  readonly forecast: Locator;
  readonly secrets: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Push' });
    this.destination = this.dialog
      .getByRole('textbox', { name: 'Destination' })
      .or(this.dialog.getByRole('combobox', { name: 'Destination' }));
    this.push = this.dialog.getByRole('button', { name: 'Push', exact: true });
    this.layers = this.dialog.getByRole('list', { name: 'Layers to push' });
    this.forecast = this.dialog.getByRole('region', { name: 'What will travel' });
    this.secrets = this.dialog.getByRole('region', { name: 'Secrets' });
    this.alert = this.dialog.getByRole('alert');
  }

  /** The digest that the dialog shows once the engine has reported it. */
  async digest(): Promise<string> {
    const text = this.dialog.getByText(/sha256:[0-9a-f]{64}/).first();
    await text.waitFor();
    return /sha256:[0-9a-f]{64}/.exec((await text.textContent()) ?? '')?.[0] ?? '';
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
