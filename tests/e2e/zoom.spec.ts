/** Twice as large, nothing is lost and nothing has to be scrolled sideways; what was chosen is remembered. */
import { expect } from '@playwright/test';
import { ImagePage } from './pages/image-page.js';
import { ImagesPage } from './pages/images-page.js';
import { Keyboard } from './pages/keyboard.js';
import { Shell } from './pages/shell.js';
import { setWindowSize, test } from './test.js';

test('keys make everything twice as large, no screen scrolls sideways, and the next start is as large', async ({
  strata,
  launch,
}, testInfo) => {
  const { page } = strata;
  const shell = new Shell(page);
  await setWindowSize(strata, 1280, 800);
  await expect(new ImagesPage(page).row('alpine:3.20')).toBeVisible();
  const before = await page.evaluate(() => devicePixelRatio);
  for (let steps = 0; steps < 5; steps++) await page.keyboard.press('Control+=');
  await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBe(2 * before);

  for (const screen of ['Images', 'Build', 'Registries', 'Disk', 'Settings'] as const) {
    await shell.open(screen);
    await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible();
    await testInfo.attach(screen, { body: await page.screenshot(), contentType: 'image/png' });
    expect(await page.evaluate(sidewaysScroll), screen).toEqual([]);
  }
  await shell.open('Images');
  await new ImagesPage(page).open('alpine:3.20');
  const image = new ImagePage(page);
  for (const tab of ['Layers', 'How it runs', 'Tags', 'Containers', 'Inspect'] as const) {
    await image.openTab(tab);
    await testInfo.attach(tab, { body: await page.screenshot(), contentType: 'image/png' });
    expect(await page.evaluate(sidewaysScroll), `Image, ${tab}`).toEqual([]);
  }

  // In a dialog as well: it is there to be read.
  await image.openPush();
  await page.keyboard.press('Control+-');
  await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBe(1.75 * before);
  await page.keyboard.press('Escape');

  await strata.quit();
  const again = await launch({ home: strata.home });
  await expect(new ImagesPage(again.page).row('alpine:3.20')).toBeVisible();
  await expect.poll(() => again.page.evaluate(() => devicePixelRatio)).toBe(1.75 * before);
  await new Keyboard(again.page).choose('zoom actual', /^Zoom: actual size/);
  await expect.poll(() => again.page.evaluate(() => devicePixelRatio)).toBe(before);
});

test('the theme with more contrast is chosen, and taken from the system', async ({ strata }) => {
  const { page } = strata;
  const border = () => page.evaluate(() => getComputedStyle(document.body).getPropertyValue('--border'));
  const usual = await border();
  await page.emulateMedia({ contrast: 'more' });
  await expect.poll(border).not.toBe(usual);
  const more = await border();
  await page.emulateMedia({ contrast: null });
  await expect.poll(border).toBe(usual);
  await new Shell(page).open('Settings');
  await page.getByRole('radio', { name: 'High contrast' }).check();
  await expect.poll(border).toBe(more);
});

/** Runs in the page: which parts of the shell are wider than what is seen of them. */
function sidewaysScroll(): string[] {
  return [...document.querySelectorAll<HTMLElement>('html, body, main, aside')]
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
    .map(({ tagName, scrollWidth, clientWidth }) => `${tagName}: ${scrollWidth} in ${clientWidth}`);
}
