import type { Locator, Page } from '@playwright/test';

export class ImagesPage {
  readonly heading: Locator;
  readonly filter: Locator;
  readonly grid: Locator;
  /** All rows in the document but the head. */
  readonly rows: Locator;
  readonly clearFilter: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole('heading', { name: 'Images', exact: true });
    this.filter = page.getByRole('searchbox', { name: 'Filter images' });
    this.grid = page.getByRole('grid', { name: 'Images' });
    this.rows = this.grid.locator('[role=row][aria-selected]');
    this.clearFilter = page.getByRole('button', { name: 'Clear filter' });
  }

  row(reference: string): Locator {
    return this.grid.getByRole('row', { name: reference, exact: true });
  }

  head(title: string): Locator {
    return this.grid.getByRole('columnheader', { name: title, exact: true });
  }

  /** The button in a column's head that sorts by it. */
  column(title: string): Locator {
    return this.head(title).getByRole('button');
  }

  /** Sets what stands under View. */
  async setView(choices: Readonly<Record<string, boolean>>): Promise<void> {
    await this.page.getByRole('button', { name: 'View' }).click();
    for (const [name, on] of Object.entries(choices))
      await this.page.getByRole('checkbox', { name, exact: true }).setChecked(on);
    await this.page.keyboard.press('Escape');
  }

  async open(reference: string): Promise<void> {
    await this.filter.fill(reference);
    await this.row(reference).dblclick();
  }
}
