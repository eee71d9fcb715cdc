import type { Locator, Page } from '@playwright/test';

export class ImagesPage {
  readonly heading: Locator;
  readonly filter: Locator;
  readonly grid: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole('heading', { name: 'Images', exact: true });
    this.filter = page.getByRole('searchbox', { name: 'Filter images' });
    this.grid = page.getByRole('grid', { name: 'Images' });
  }

  row(reference: string): Locator {
    return this.grid.getByRole('row', { name: reference, exact: true });
  }

  async open(reference: string): Promise<void> {
    await this.filter.fill(reference);
    await this.row(reference).dblclick();
  }
}
