/** The region "History" of the Build screen, and the dialog of one past build. */
import type { Locator, Page } from '@playwright/test';

export class BuildHistoryPart {
  readonly region: Locator;
  readonly builds: Locator;
  readonly dialog: Locator;
  readonly trend: Locator;
  /** Of the trend: a button a build, the oldest first. */
  readonly bars: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'History' });
    this.builds = this.region.getByRole('list', { name: 'Past builds' }).getByRole('listitem');
    this.dialog = page.getByRole('dialog', { name: /^Build of/ });
    this.trend = this.region.getByRole('toolbar', { name: /^Duration/ });
    this.bars = this.trend.getByRole('button');
  }

  async unfold(): Promise<void> {
    await this.region.getByRole('button', { name: /^History/ }).click();
  }
}
