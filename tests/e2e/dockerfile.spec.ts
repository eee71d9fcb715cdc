/** The Dockerfile, edited: completed, explained, mended, saved, and never lost to another program. */
import { expect } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BuildPage } from './pages/build-page.js';
import { DockerfileEditor } from './pages/dockerfile-editor.js';
import { FindingsList } from './pages/findings-list.js';
import { Shell } from './pages/shell.js';
import { copyProject, test } from './test.js';

test('is written with proposals, explained, saved, and undone after that', async ({ strata }) => {
  const { page } = strata;
  const editor = new DockerfileEditor(page);
  const folder = await copyProject('notes-node');
  const file = join(folder, 'Dockerfile');
  const before = await readFile(file, 'utf8');
  await new Shell(page).open('Build');
  await new BuildPage(page).openFolder(folder);

  await editor.goToEnd();
  await page.keyboard.type('\nEXP');
  await editor.proposals.getByRole('option', { name: /^EXPOSE/ }).click();
  await page.keyboard.type('8080');
  await expect(editor.explanation).toContainText('listens on port 8080. It opens nothing.');
  await expect(editor.explanation).toContainText('docker run -p 8080:8080 is still needed');

  await page.keyboard.type('\nCOPY pack');
  await editor.proposals.getByRole('option', { name: 'package.json' }).click();
  await page.keyboard.type(' /pack/');

  await expect(editor.condition).toHaveText('Not saved');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(editor.condition).toHaveText('');
  expect(await readFile(file, 'utf8')).toBe(`${before}\nEXPOSE 8080\nCOPY package.json /pack/`);

  // Another screen, and back: what was typed can still be taken back.
  await new Shell(page).open('Images');
  await new Shell(page).open('Build');
  await editor.goToEnd();
  for (let at = 0; at < 12; at++) await page.keyboard.press('ControlOrMeta+z');
  await expect(editor.condition).toHaveText('Not saved');
  await editor.save.click();
  await expect(editor.condition).toHaveText('');
  expect(await readFile(file, 'utf8')).toBe(before);

  // Finding scrolls the text, and never the window around it.
  await editor.text.focus();
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('CMD');
  await expect(editor.text.locator('.cm-searchMatch')).toHaveText(['CMD']);
  await expect(page.getByRole('heading', { name: 'Build', level: 1 })).toBeInViewport();
});

test('has its findings fixed where they stand', async ({ strata }) => {
  const { page } = strata;
  const editor = new DockerfileEditor(page);
  const folder = await copyProject('hello-web');
  await writeFile(join(folder, 'Dockerfile'), 'from scratch\nMAINTAINER someone\nCOPY . /\n');
  await new Shell(page).open('Build');
  await new BuildPage(page).openFolder(folder);

  const fix = new FindingsList(page).fixes.first();
  const name = await fix.getAttribute('aria-label');
  await fix.click();
  await expect(page.getByRole('button', { name: name ?? '' })).toHaveCount(0);
  await expect(editor.condition).toHaveText('Not saved');
  await editor.goToEnd();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('button', { name: name ?? '' })).toBeVisible();
  await expect(editor.condition).toHaveText('');
});

test('offers a better order, and says what it would have saved', async ({ strata }) => {
  const { page } = strata;
  const build = new BuildPage(page);
  const editor = new DockerfileEditor(page);
  const folder = await copyProject('hello-web');
  const file = join(folder, 'Dockerfile');
  const lines = ['FROM alpine:3.20', 'WORKDIR /app', 'COPY . .', 'RUN apk add --no-cache curl', ''];
  await writeFile(file, lines.join('\n'));
  await new Shell(page).open('Build');
  await build.openFolder(folder);
  for (const edit of ['first', 'second']) {
    await writeFile(join(folder, 'site/index.html'), edit);
    await build.imageName.fill(`order:${edit}`);
    await build.build.click();
    await expect(page.getByRole('heading', { name: `Built order:${edit}` })).toBeVisible({ timeout: 60_000 });
    await expect(build.step('RUN apk')).toHaveAttribute('data-state', 'done');
    await expect(build.step('COPY . .')).toHaveAttribute('data-state', 'done');
  }

  await editor.region.getByRole('button', { name: /^Findings/ }).click();
  await page.getByRole('button', { name: /^Fix: Move it above line 3/ }).click();
  const dialog = page.getByRole('dialog', { name: 'A better order' });
  await expect(dialog.getByRole('group', { name: 'The new order' })).toContainText('RUN apk add');
  await expect(dialog.getByRole('status')).toHaveText(
    /^In the last 2 recorded builds it would have saved .+: the step ran again once without need\.$/,
  );
  await dialog.getByRole('button', { name: 'Use this order' }).click();
  await editor.expectText(/RUN apk add --no-cache curl\nCOPY \. \./);
  await expect(editor.text).toBeFocused();
});

test('that another program writes is followed, and what was typed is never lost to it', async ({
  strata,
}) => {
  const { page } = strata;
  const editor = new DockerfileEditor(page);
  const folder = await copyProject('hello-web');
  const file = join(folder, 'Dockerfile');
  await new Shell(page).open('Build');
  await new BuildPage(page).openFolder(folder);
  await expect(editor.text).toBeVisible();

  await writeFile(file, 'FROM scratch\nLABEL of=theirs\n');
  await editor.expectText(/of=theirs/);
  await expect(editor.condition).toHaveText('');

  await editor.append('LABEL of=mine\n');
  await writeFile(file, 'FROM scratch\nLABEL of=others\n');
  const changed = editor.region.getByRole('group', { name: 'Changed elsewhere' });
  await expect(changed).toContainText('Another program wrote Dockerfile');
  await editor.expectText(/of=mine/);
  await changed.getByRole('button', { name: 'Compare' }).click();
  const dialog = page.getByRole('dialog', { name: /^Dockerfile as it is/ });
  await expect(dialog.getByRole('group', { name: 'Differences' })).toContainText('of=others');
  await dialog.getByRole('button', { name: 'Keep mine' }).click();
  await expect(changed).toHaveCount(0);
  await editor.save.click();
  await expect(editor.condition).toHaveText('');
  expect(await readFile(file, 'utf8')).toBe('FROM scratch\nLABEL of=theirs\nLABEL of=mine\n');
});

test('that isn’t saved is asked about before a build, and before the window closes', async ({ strata }) => {
  const { app, page } = strata;
  const build = new BuildPage(page);
  const editor = new DockerfileEditor(page);
  const folder = await copyProject('hello-web');
  await writeFile(join(folder, 'Dockerfile'), 'FROM alpine:3.20\nRUN true\n');
  await new Shell(page).open('Build');
  await build.openFolder(folder);
  await editor.append('RUN exit 3\n');

  await strata.answerWith('Stay');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => strata.questions()).toEqual([expect.stringContaining('isn’t saved')]);

  await build.build.click();
  const question = page.getByRole('dialog', { name: 'Dockerfile isn’t saved' });
  await question.getByRole('button', { name: 'Save and build' }).click();
  await expect(build.step('RUN exit 3')).toHaveAttribute('data-state', 'failed', { timeout: 60_000 });
  expect(await readFile(join(folder, 'Dockerfile'), 'utf8')).toContain('RUN exit 3');

  // Mended beside the failure, and built again.
  await expect(editor.region.locator('.line-failed')).toContainText('RUN exit 3');
  await expect(editor.explanation).toContainText('Runs exit 3');
  await editor.goToEnd();
  await page.keyboard.press('ControlOrMeta+z');
  await editor.save.click();
  await expect(editor.condition).toHaveText('');
  await build.build.click();
  await expect(build.step('RUN true')).toHaveAttribute('data-state', 'cached', { timeout: 60_000 });
  await expect(build.step('RUN exit 3')).toHaveCount(0);
});
