/** The region "Updates" of Settings. */
import type { Locator, Page } from '@playwright/test';

export class UpdatePart {
  readonly region: Locator;
  readonly look: Locator;
  readonly download: Locator;
  readonly cancel: Locator;
  readonly restart: Locator;
  readonly channel: Locator;
  readonly status: Locator;
  readonly progress: Locator;
  readonly alert: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Updates' });
    this.look = this.region.getByRole('button', { name: 'Check for updates' });
    this.download = this.region.getByRole('button', { name: 'Download', exact: true });
    this.cancel = this.region.getByRole('button', { name: 'Cancel download' });
    this.restart = this.region.getByRole('button', { name: 'Restart and update' });
    this.channel = this.region.getByRole('combobox', { name: 'Channel' });
    this.status = this.region.getByRole('status');
    this.progress = this.region.getByRole('progressbar');
    this.alert = this.region.getByRole('alert');
  }
}
