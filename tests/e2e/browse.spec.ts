/** A registry is looked at from the inside: repositories, tags, an image's layers, and what deleting takes with it. */
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { startRegistry } from '../support/registry.js';
import { FilesPanel } from './pages/files-panel.js';
import { ImagePage } from './pages/image-page.js';
import { Shell } from './pages/shell.js';
import { test } from './test.js';

test('repositories, tags and files of a registry are looked at without pulling, and a tag is deleted with its others', async ({
  stage,
  launch,
}) => {
  const { engine } = stage;
  const registry = await startRegistry();
  const names = ['1', 'latest'].map((tag) => `${registry.host}/team/browsed:${tag}`);
  const [first = ''] = names;
  await engine.docker(['build', '--quiet', '--tag', first, '-'], {
    input: 'FROM alpine:3.20\nRUN echo browsed > /browsed\n',
    env: { DOCKER_BUILDKIT: '1' },
  });
  for (const name of names) {
    await engine.docker(['tag', first, name]);
    await engine.docker(['push', name]);
  }
  await engine.docker(['rmi', '--force', ...names]);

  const { page } = await launch();
  const shell = new Shell(page);
  await shell.open('Registries');
  await page.getByRole('textbox', { name: 'Registry to browse' }).fill(registry.host);
  await page.getByRole('button', { name: 'Browse', exact: true }).click();
  await page
    .getByRole('list', { name: 'Repositories' })
    .getByRole('button', { name: 'team/browsed' })
    .click();
  const tags = page.getByRole('region', { name: 'Tags', exact: true });
  await expect(tags.getByRole('listitem', { name: 'latest' })).toContainText('linux/amd64');
  await expect(tags.getByRole('listitem')).toHaveCount(2);

  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  await tags.getByRole('button', { name: 'Look inside 1' }).click();
  const image = new ImagePage(page);
  await expect(image.heading(first)).toBeVisible();
  await expect(image.layers).toContainText('echo browsed');
  const files = new FilesPanel(page);
  await files.read.or(files.tree).first().waitFor();
  if (await files.read.isVisible()) await files.read.click();
  await expect(files.entry('browsed')).toBeVisible();
  await expect(engine.docker(['inspect', first])).rejects.toThrow();

  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.getByRole('textbox', { name: 'New tag' }).fill('stable');
  await page.getByRole('dialog').getByRole('button', { name: 'Add tag' }).click();
  await expect(page.getByText('team/browsed:stable stands for this image now.')).toBeVisible();

  await page.getByRole('button', { name: 'Back' }).click();
  await page
    .getByRole('list', { name: 'Repositories' })
    .getByRole('button', { name: 'team/browsed' })
    .click();
  await tags.getByRole('button', { name: 'Delete latest' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('all 3 tags that stand for it');
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByText('It has no tag.')).toBeVisible();
  await registry.stop();
});

test('a registry that doesn’t list its repositories is browsed by name', async ({ stage, launch }) => {
  const { page } = await launch();
  await new Shell(page).open('Registries');
  await page.getByRole('textbox', { name: 'Registry to browse' }).fill(stage.registry.host);
  await page.getByRole('button', { name: 'Browse', exact: true }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('wants to know who asks');
  await page.getByRole('textbox', { name: 'Repository' }).fill('Not A Name');
  await expect(page.getByRole('button', { name: 'Show tags' })).toBeDisabled();
  await page.getByRole('textbox', { name: 'Repository' }).fill('team/app');
  await expect(page.getByRole('button', { name: 'Show tags' })).toBeEnabled();
});
