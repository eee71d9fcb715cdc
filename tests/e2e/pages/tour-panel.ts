/** The guided tour, as a stranger takes it. */
import type { Locator, Page } from '@playwright/test';

export class TourPanel {
  readonly panel: Locator;
  readonly next: Locator;
  readonly back: Locator;
  readonly stop: Locator;
  readonly sample: Locator;

  constructor(page: Page) {
    this.panel = page.getByRole('region', { name: 'Tour', exact: true });
    this.next = this.panel.getByRole('button', { name: 'Next' });
    this.back = this.panel.getByRole('button', { name: 'Back' });
    this.stop = this.panel.getByRole('button', { name: 'Stop the tour' });
    this.sample = this.panel.getByRole('button', { name: 'Open the sample project' });
  }

  heading(name: string): Locator {
    return this.panel.getByRole('heading', { name });
  }
}
