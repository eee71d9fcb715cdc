/** The first steps of somebody who has nothing yet: the tour, the sample project, and the way out of both. */
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { startEngine } from '../support/engine.js';
import { BuildPage } from './pages/build-page.js';
import { Keyboard } from './pages/keyboard.js';
import { Shell } from './pages/shell.js';
import { TourPanel } from './pages/tour-panel.js';
import { test } from './test.js';

test('on an empty engine the tour leads to the sample, which builds without a network, and on through its image', async ({
  launch,
}) => {
  const engine = await startEngine();
  try {
    const { page } = await launch({ dockerHost: engine.host });
    const tour = new TourPanel(page);
    await page.getByRole('button', { name: 'Take the tour' }).click();
    await expect(tour.heading('What an image is')).toBeFocused();
    await expect(tour.panel).toContainText('There is no image on this engine yet');

    await tour.sample.click();
    const build = new BuildPage(page);
    await build.build.click();
    await expect(page.getByText('Built strata-sample:latest')).toBeVisible();
    await expect(tour.panel).toContainText('There is 1 image on this engine');

    await tour.next.click();
    await expect(page.getByRole('heading', { name: 'strata-sample:latest', level: 1 })).toBeVisible();
    await expect(tour.panel).toContainText('This is what strata-sample:latest is made of');
    await expect(page.getByRole('tab', { name: 'Layers' })).toHaveAttribute('aria-selected', 'true');
    await tour.next.click();
    await expect(page.getByRole('tab', { name: 'Tags' })).toHaveAttribute('aria-selected', 'true');
    await tour.next.click();
    await expect(page.getByRole('tab', { name: 'Containers' })).toHaveAttribute('aria-selected', 'true');
    await tour.next.click();
    await expect(page.getByRole('region', { name: 'Cache forecast' })).toHaveClass(/tour-outline/);
    await expect(tour.panel).toContainText(/Dockerfile of strata-sample and reuses a layer/);
    const axe = new AxeBuilder({ page }).setLegacyMode(true).include('[aria-label=Tour]');
    const { violations } = await axe.analyze();
    expect(violations).toEqual([]);
    await tour.next.click();
    await tour.panel.getByRole('button', { name: 'Done' }).click();
    await expect(tour.panel).toBeHidden();
    await expect(page.locator('.tour-outline')).toHaveCount(0);
  } finally {
    await engine.stop();
  }
});

test('the tour is begun from the palette and left with Escape, and the work below it goes on meanwhile', async ({
  strata: { page },
}) => {
  const tour = new TourPanel(page);
  await new Keyboard(page).choose('tour', /^Take the tour/);
  await expect(tour.heading('What an image is')).toBeFocused();
  await new Shell(page).open('Disk');
  await expect(tour.panel).toBeVisible();
  await tour.next.focus();
  await page.keyboard.press('Escape');
  await expect(tour.panel).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Disk', level: 1 })).toBeVisible();
});
