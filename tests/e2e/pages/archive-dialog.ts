/** The dialogs about archives, and the native ones that they open. */
import type { Locator } from '@playwright/test';
import type { RunningStrata } from '../../support/strata.js';

export class ArchiveDialog {
  readonly saving: Locator;
  readonly loading: Locator;
  readonly names: Locator;
  readonly loaded: Locator;

  constructor(readonly strata: RunningStrata) {
    const { page } = strata;
    this.saving = page.getByRole('dialog', { name: 'Save archive' });
    this.loading = page.getByRole('dialog', { name: 'Load archive' });
    this.names = this.loading.getByRole('region', { name: 'Names in the archive' });
    this.loaded = this.loading.getByRole('list', { name: 'Loaded images' });
  }

  /** What the user answers when a native dialog asks for a file, to save in or to load. */
  async willChoose(file: string): Promise<void> {
    await this.strata.app.evaluate(({ dialog: native }, filePath) => {
      native.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      native.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
    }, file);
  }

  /** The buttons stand on the screens, not in the dialogs. */
  async ask(what: 'Save archive' | 'Load archive'): Promise<void> {
    await this.strata.page.getByRole('main').getByRole('button', { name: what, exact: true }).click();
  }

  async press(dialog: 'saving' | 'loading', name: string): Promise<void> {
    await this[dialog].getByRole('button', { name, exact: true }).last().click();
  }

  /** Drops a file on the window. One from a real file input has a path, as a dropped one has. */
  async drop(file: string): Promise<void> {
    const { page } = this.strata;
    await page.evaluate(() => {
      document.querySelector('#dropped')?.remove();
      document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'dropped' }));
    });
    await page.setInputFiles('#dropped', file);
    await page.evaluate(() => {
      const dropped = document.querySelector<HTMLInputElement>('#dropped')?.files?.[0];
      const dataTransfer = new DataTransfer();
      if (dropped) dataTransfer.items.add(dropped);
      window.dispatchEvent(new DragEvent('drop', { dataTransfer }));
    });
  }
}
