import type { Locator, Page } from '@playwright/test';

export class ImagePage {
  readonly layers: Locator;
  /** The picture of the layers: a button a band. */
  readonly bands: Locator;
  readonly base: Locator;
  readonly environment: Locator;
  readonly labels: Locator;
  readonly containers: Locator;
  readonly changes: Locator;
  readonly record: Locator;

  constructor(readonly page: Page) {
    this.layers = page.getByRole('list', { name: 'Layers', exact: true });
    this.bands = page.getByRole('toolbar', { name: 'Bands' }).getByRole('button');
    this.base = page.getByRole('region', { name: 'Base image' });
    this.environment = page.getByRole('table', { name: 'Environment' });
    this.labels = page.getByRole('table', { name: 'Labels' });
    this.containers = page.getByRole('table', { name: 'Containers' });
    this.changes = page.getByRole('list', { name: 'Changes' });
    this.record = page.getByRole('region', { name: 'Record' });
  }

  /** The row of what an instruction did, by some of its words. */
  layer(words: string): Locator {
    return this.layers.getByRole('listitem').filter({ hasText: words });
  }

  container(name: string): Locator {
    return this.containers.getByRole('row').filter({ hasText: name });
  }

  heading(reference: string): Locator {
    return this.page.getByRole('heading', { name: reference, exact: true });
  }

  async openTab(name: 'Layers' | 'How it runs' | 'Tags' | 'Containers' | 'Inspect'): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).click();
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
