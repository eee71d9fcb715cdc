import type { Locator, Page } from '@playwright/test';

/** The region "Context" of the Build screen. */
export class ContextPart {
  readonly region: Locator;
  readonly summary: Locator;
  readonly files: Locator;
  readonly showIgnored: Locator;
  readonly addAll: Locator;
  readonly undo: Locator;
  readonly change: Locator;
  readonly write: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Context' });
    this.summary = this.region.getByRole('status');
    this.files = this.region.getByRole('tree', { name: 'Files to send' });
    this.showIgnored = this.region.getByRole('checkbox', { name: 'Show what is ignored' });
    this.addAll = this.region.getByRole('button', { name: 'Add all' });
    this.undo = this.region.getByRole('button', { name: 'Undo' });
    this.change = page.getByRole('dialog').getByRole('group', { name: /^Change of/ });
    this.write = page.getByRole('dialog').getByRole('button', { name: /^Write/ });
  }

  entry(name: string): Locator {
    return this.files.getByRole('treeitem').filter({ hasText: name });
  }

  suggestion(pattern: string): Locator {
    return this.region
      .getByRole('list', { name: 'Suggestions' })
      .getByRole('listitem')
      .filter({ hasText: pattern });
  }
}
