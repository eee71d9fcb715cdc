/** A pull is described before it is made, and tells what came of it: something new, nothing new, or why not. */
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { startRegistry } from '../support/registry.js';
import { test } from './test.js';
import { ImagePage } from './pages/image-page.js';
import { PullDialog } from './pages/pull-dialog.js';

test('an image that was removed is pulled again, and opened', async ({ stage, strata }) => {
  const pull = new PullDialog(strata.page);
  await pull.pull('busybox:1.36');
  await expect(pull.said).toContainText('up to date');
  await strata.page.keyboard.press('Escape');

  await stage.engine.docker(['rmi', 'busybox:1.36']);
  await pull.pull('busybox:1.36');
  await expect(pull.said).toContainText('is here now');
  await pull.dialog.getByRole('button', { name: 'Open image' }).click();
  await expect(new ImagePage(strata.page).heading('busybox:1.36')).toBeVisible();
});

test('an image that no registry has is a failure that names it', async ({ strata }) => {
  const pull = new PullDialog(strata.page);
  await pull.pull('nobody/has-this:1');
  await expect(pull.alert).toContainText('nobody/has-this:1');
});

test('tags are offered while somebody types, and what is to fetch is said before anything travels', async ({
  stage,
  strata,
}) => {
  const registry = await startRegistry();
  const repository = `${registry.host}/team/tools`;
  for (const tag of ['1.36', 'latest']) {
    await stage.engine.docker(['tag', 'busybox:1.36', `${repository}:${tag}`]);
    await stage.engine.docker(['push', `${repository}:${tag}`]);
  }
  await stage.engine.docker(['rmi', `${repository}:1.36`, `${repository}:latest`]);
  const pull = new PullDialog(strata.page);
  await pull.open();
  await pull.name.fill(`${repository}:`);
  const tag = pull.choice(`${repository}:1.36`);
  await expect(tag).toBeVisible();
  await pull.name.press('ArrowDown');
  await pull.name.press('ArrowDown');
  await expect(tag).toHaveAttribute('aria-selected', 'true');
  await pull.name.press('Enter');
  await expect(pull.name).toHaveValue(`${repository}:1.36`);
  await expect(pull.offer).toContainText('layers are here already');
  await pull.offer.getByRole('button', { name: 'By layer' }).click();
  const { violations } = await new AxeBuilder({ page: strata.page })
    .setLegacyMode(true)
    .include('[role=dialog]')
    .analyze();
  expect(violations).toEqual([]);

  // Escape closes the list of names first, and the dialog only then.
  await pull.name.fill(`${repository}:1`);
  await expect(tag).toBeVisible();
  await pull.name.press('Escape');
  await expect(tag).toBeHidden();
  await expect(pull.dialog).toBeVisible();
  await registry.stop();
});

test('a newer image in the registry is marked when it was asked for, and pulled', async ({
  stage,
  strata,
}) => {
  const registry = await startRegistry();
  const name = `${registry.host}/team/moving:1`;
  const { engine } = stage;
  // The registry's tag moves on, and the engine goes back to the image before.
  for (const base of ['alpine:3.20', 'busybox:1.36']) {
    await engine.docker(['tag', base, name]);
    await engine.docker(['push', name]);
  }
  await engine.docker(['tag', 'alpine:3.20', name]);
  const { page } = strata;
  const row = page.getByRole('row', { name });
  await expect(row).toBeVisible();
  await page.getByRole('button', { name: 'View' }).click();
  await page.getByRole('button', { name: 'Check all for newer' }).click();
  const note = page.getByRole('region', { name: 'Newer images' });
  await expect(note).toContainText(`There is a newer ${name}`);
  await expect(row).toContainText('newer available');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations).toEqual([]);

  await note.getByRole('button', { name: 'Pull newer' }).click();
  await expect(row).not.toContainText('newer available');
  await engine.docker(['rmi', name]);
  await registry.stop();
});
