/** How a state is looked at by axe: in which themes, and how large. */
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { RunningStrata } from '../support/strata.js';

export type Look = {
  readonly name: string;
  readonly theme: 'light' | 'dark' | 'contrast';
  readonly forcedColors?: 'active' | 'none';
  /** 1 where none is said. */
  readonly zoom?: number;
};

/** Each state is visited once, and looked at in all of these. */
export const everyLook: readonly Look[] = [
  { name: 'light', theme: 'light' },
  { name: 'dark', theme: 'dark' },
  { name: 'high contrast', theme: 'contrast' },
  { name: 'forced colours', theme: 'light', forcedColors: 'active' },
  { name: 'twice as large', theme: 'light', zoom: 2 },
];

/** Has axe look at what is shown in each look, and puts the first one back. What it finds fails the test at its end. */
export function lookAt(
  { app, page }: RunningStrata,
  looks: readonly Look[] = everyLook,
): (state: string) => Promise<void> {
  let worn = 1;
  // Settings would write to disk for each look; what is looked at is the same.
  const wear = async ({ theme, forcedColors = 'none', zoom = 1 }: Look): Promise<void> => {
    await page.emulateMedia({ forcedColors, reducedMotion: 'reduce' });
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    if (zoom === worn) return;
    worn = zoom;
    // Main holds the promise until it is kept: one that nothing holds may be collected before Playwright has heard of it.
    await app.evaluate(
      ({ BrowserWindow }, factor) =>
        new Promise<void>((done) => {
          setImmediate(() => {
            BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor);
            done();
          });
        }),
      zoom,
    );
  };
  return async (state) => {
    const found: string[] = [];
    for (const look of looks) {
      await wear(look);
      // Electron has no way to open the extra page that axe's usual mode wants.
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      for (const { id, nodes } of violations)
        found.push(`${look.name}: ${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`);
    }
    await wear({ name: 'as before', theme: 'light' });
    expect.soft(found, state).toEqual([]);
  };
}
