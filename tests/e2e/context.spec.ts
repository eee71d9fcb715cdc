/** What a build would send, seen before it is sent, and made smaller. */
import { expect } from '@playwright/test';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyFolder, test } from './test.js';
import { BuildPage } from './pages/build-page.js';
import { ContextPart } from './pages/context-part.js';
import { Shell } from './pages/shell.js';

test('a secret and dependencies are seen in the context, left out by a click, and put back', async ({
  strata,
}) => {
  const { page } = strata;
  const folder = await emptyFolder();
  const ignoreFile = join(folder, '.dockerignore');
  const before = '# what is made\ndist';
  await writeFile(join(folder, 'Dockerfile'), 'FROM alpine:3.20\nCOPY . /app\n');
  await writeFile(ignoreFile, before);
  await writeFile(join(folder, '.env'), 'TOKEN=canary');
  await mkdir(join(folder, 'node_modules/lib'), { recursive: true });
  await writeFile(join(folder, 'node_modules/lib/index.js'), 'x'.repeat(250_000));

  await new Shell(page).open('Build');
  await new BuildPage(page).openFolder(folder);
  const context = new ContextPart(page);
  await expect(context.summary).toContainText('will be sent');

  // The largest comes first, and the arrow keys lead into it.
  await expect(context.files.getByRole('treeitem').first()).toContainText(/node_modules.*1 file.*250 kB/);
  await context.files.focus();
  await page.keyboard.press('ArrowRight');
  await expect(context.entry('lib')).toHaveAttribute('aria-level', '2');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(context.entry('index.js')).toBeVisible();

  await expect(context.suggestion('.env')).toContainText('Secret');
  await context.addAll.click();
  await expect(context.change).toContainText('+');
  await expect(context.change).toContainText('node_modules');
  expect(await readFile(ignoreFile, 'utf8')).toBe(before);
  await context.write.click();
  await expect(context.summary).toContainText('left out by .dockerignore');
  await expect(context.entry('node_modules')).toHaveCount(0);
  await expect(context.suggestion('.env')).toHaveCount(0);
  expect((await readFile(ignoreFile, 'utf8')).split('\n')).toEqual(
    expect.arrayContaining(['.env', 'node_modules']),
  );

  await context.showIgnored.check();
  await expect(context.entry('node_modules')).toContainText(/\.dockerignore:\d+ node_modules/);

  await context.undo.click();
  await expect(context.suggestion('.env')).toBeVisible();
  await expect(context.undo).toHaveCount(0);
  expect(await readFile(ignoreFile, 'utf8')).toBe(before);
});
