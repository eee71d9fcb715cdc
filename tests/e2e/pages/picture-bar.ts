/** What can be done with a picture: shown as a table, saved. The native dialog is answered in main. */
import type { Locator } from '@playwright/test';
import type { RunningStrata } from '../../support/strata.js';

export class PictureBar {
  readonly bar: Locator;
  readonly asTable: Locator;
  readonly asPicture: Locator;
  readonly status: Locator;

  constructor(
    readonly strata: RunningStrata,
    /** What the picture is called. */
    title: string,
  ) {
    this.bar = strata.page.getByRole('group', { name: `Picture: ${title}` });
    this.asTable = this.bar.getByRole('button', { name: 'Show as table' });
    this.asPicture = this.bar.getByRole('button', { name: 'Show as picture' });
    this.status = this.bar.getByRole('status');
  }

  /** Saves it, and tells what name was proposed. */
  async save(form: 'SVG picture' | 'PNG picture' | 'CSV table', file: string): Promise<string> {
    const { app } = this.strata;
    await app.evaluate(({ dialog: native }, filePath) => {
      native.showSaveDialog = (...words: readonly unknown[]) => {
        const { defaultPath } = words.at(-1) as { readonly defaultPath: string };
        (globalThis as unknown as { proposed: string }).proposed = defaultPath;
        return Promise.resolve({ canceled: false, filePath });
      };
    }, file);
    await this.bar.getByRole('button', { name: 'Save picture' }).click();
    await this.bar.getByRole('menuitem', { name: `${form}…` }).click();
    await this.status.filter({ hasText: `Saved as ${file}.` }).waitFor();
    return app.evaluate(() => (globalThis as unknown as { proposed: string }).proposed);
  }
}
