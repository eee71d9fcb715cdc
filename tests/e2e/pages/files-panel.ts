import type { Locator, Page } from '@playwright/test';

/** The files of an image, beside its layers. */
export class FilesPanel {
  readonly region: Locator;
  readonly tree: Locator;
  readonly read: Locator;
  readonly filter: Locator;
  readonly onlyThisLayer: Locator;
  readonly efficiency: Locator;

  constructor(readonly page: Page) {
    this.region = page.getByRole('region', { name: 'Files', exact: true });
    this.tree = this.region.getByRole('tree', { name: 'Files' });
    this.read = this.region.getByRole('button', { name: 'Read the files' });
    this.filter = this.region.getByRole('searchbox', { name: 'Filter files' });
    this.onlyThisLayer = this.region.getByRole('switch', { name: 'Only this layer' });
    this.efficiency = this.region.getByRole('region', { name: 'Efficiency' });
  }

  /** The entry whose name is `name`, whatever was done to it. */
  entry(name: string): Locator {
    const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return this.tree.getByRole('treeitem', { name: new RegExp(`^${plain}(,| →| =)`) });
  }

  /** Shows the files of the layer that an instruction made. */
  async choose(instruction: string | RegExp): Promise<void> {
    const row = this.page
      .getByRole('list', { name: 'Layers', exact: true })
      .getByRole('listitem')
      .filter({ hasText: instruction });
    await row.getByRole('button', { name: 'Files of this layer' }).click();
  }
}
