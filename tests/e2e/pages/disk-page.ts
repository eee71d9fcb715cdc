import type { Locator, Page } from '@playwright/test';

export class DiskPage {
  readonly heading: Locator;
  readonly measured: Locator;
  readonly measureAgain: Locator;
  readonly space: Locator;
  readonly map: Locator;
  readonly reclaimable: Locator;
  readonly selection: Locator;
  readonly review: Locator;
  readonly dialog: Locator;
  readonly result: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole('heading', { name: 'Disk', exact: true });
    this.measured = page.getByRole('status', { name: 'Measured' });
    this.measureAgain = page.getByRole('button', { name: 'Measure again' });
    this.space = page.getByRole('list', { name: 'Space by kind' });
    this.map = page.getByRole('figure', { name: 'Shared layers' });
    this.reclaimable = page.getByRole('table', { name: 'Reclaimable' });
    this.selection = page.getByRole('status', { name: 'Selection' });
    this.review = page.getByRole('button', { name: 'Review and remove' });
    this.dialog = page.getByRole('dialog', { name: 'Review what goes' });
    this.result = page.getByRole('region', { name: 'Last clean-up' });
  }

  /** A row of the table by what its checkbox is called. */
  choice(name: string | RegExp): Locator {
    return this.reclaimable.getByRole('checkbox', { name });
  }

  row(name: string | RegExp): Locator {
    return this.reclaimable.getByRole('row').filter({ has: this.page.getByRole('checkbox', { name }) });
  }

  /** Switches a rule by its name, and gives it a number where it has one. */
  async rule(
    name: string | RegExp,
    on: boolean,
    number?: { readonly of: string; readonly is: string },
  ): Promise<void> {
    if (number) await this.page.getByRole('textbox', { name: number.of }).fill(number.is);
    await this.page.getByRole('checkbox', { name }).setChecked(on);
  }

  /** Leaves only `names` selected. */
  async chooseOnly(...names: readonly string[]): Promise<void> {
    const all = this.choice('All that is not in use');
    await all.check();
    await all.uncheck();
    for (const name of names) await this.choice(name).check();
  }
}
