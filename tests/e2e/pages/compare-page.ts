import type { Locator, Page } from '@playwright/test';

/** Two images beside each other, and the dialog that asks for the other one. */
export class ComparePage {
  readonly heading: Locator;
  readonly dialog: Locator;
  /** Where the other image is looked for. */
  readonly other: Locator;
  readonly choices: Locator;
  readonly swap: Locator;
  readonly files: Locator;
  readonly filter: Locator;
  readonly settings: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole('heading', { name: 'Compare', exact: true });
    this.dialog = page.getByRole('dialog', { name: 'Compare with' });
    this.other = this.dialog.getByRole('combobox', { name: 'Image to compare with' });
    this.choices = this.dialog.getByRole('option');
    this.swap = page.getByRole('button', { name: 'Swap' });
    this.files = page.getByRole('tree', { name: 'Files that differ' });
    this.filter = page.getByRole('searchbox', { name: 'Filter changes' });
    this.settings = page.getByRole('table', { name: 'Settings' });
  }

  /** The entry whose name is `name`, whatever differs in it. */
  entry(name: string): Locator {
    const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return this.files.getByRole('treeitem', { name: new RegExp(`^${plain},`) });
  }

  /** The layers of one side, top first. */
  layers(side: 'before' | 'after'): Locator {
    return this.page.getByRole('list', { name: `Layers ${side}` }).getByRole('listitem');
  }

  /** How many changes of a kind there are, and the switch that shows them. */
  changes(kind: 'Added' | 'Removed' | 'Changed'): Locator {
    return this.page.getByRole('checkbox', { name: new RegExp(`${kind}:`) });
  }

  async openTab(name: 'Files' | 'Settings' | 'Layers'): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).click();
  }
}
