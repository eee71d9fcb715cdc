import type { Locator, Page } from '@playwright/test';

export class FindingsList {
  readonly list: Locator;

  constructor(readonly page: Page) {
    this.list = page.getByRole('list', { name: 'Findings' });
  }

  /** The button that leads to a finding's line. */
  finding(message: string | RegExp): Locator {
    return this.list.getByRole('button', { name: message }).and(this.page.locator(':not([aria-expanded])'));
  }

  /** The buttons that mend. */
  get fixes(): Locator {
    return this.list.getByRole('button', { name: /^Fix: / });
  }

  why(message: string): Locator {
    return this.list.getByRole('button', { name: `Why: ${message}` });
  }
}
