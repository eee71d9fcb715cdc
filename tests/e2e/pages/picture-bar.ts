/** What can be done with a picture: shown as a table, copied, saved. The native dialog is answered in main. */
import type { Locator } from '@playwright/test';
import type * as Electron from 'electron';
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

  /** Copies the picture, and gives its width and height on the clipboard, and how many colours are in it. */
  async copyPicture(): Promise<{ readonly size: readonly [number, number]; readonly colours: number }> {
    const { app } = this.strata;
    await app.evaluate(({ clipboard }) => clipboard.clear());
    await this.bar.getByRole('button', { name: 'Copy picture' }).click();
    await this.status.filter({ hasText: 'Picture copied.' }).waitFor();
    return app.evaluate(async ({ clipboard, nativeImage }) => {
      // The compatibility runtime's clipboard is from before it was made like the web's.
      const former = clipboard as { readonly readImage?: () => Electron.NativeImage };
      const read = async (): Promise<Electron.NativeImage> => {
        const blob = await (await clipboard.read())[0]?.getType('image/png');
        return nativeImage.createFromBuffer(Buffer.from((await blob?.arrayBuffer()) ?? new ArrayBuffer()));
      };
      const image = former.readImage?.() ?? (await read());
      const { width, height } = image.getSize();
      const pixels = image.toBitmap();
      const colours = new Set<number>();
      for (let at = 0; at < pixels.length; at += 4) colours.add(pixels.readUInt32LE(at));
      return { size: [width, height] as const, colours: colours.size };
    });
  }

  /** Copies the table that is shown, and gives the clipboard's text. */
  async copyTable(): Promise<string> {
    const { app } = this.strata;
    await app.evaluate(({ clipboard }) => clipboard.clear());
    await this.bar.getByRole('button', { name: 'Copy table' }).click();
    await this.status.filter({ hasText: 'Table copied.' }).waitFor();
    return app.evaluate(({ clipboard }) => clipboard.readText());
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
