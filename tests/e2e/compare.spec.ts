/** Two images compared: what differs in their files, settings and layers, and the ways that lead there. */
import { expect } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestEngine } from '../support/engine.js';
import { ArchiveDialog } from './pages/archive-dialog.js';
import { BuildPage } from './pages/build-page.js';
import { ComparePage } from './pages/compare-page.js';
import { ImagesPage } from './pages/images-page.js';
import { Shell } from './pages/shell.js';
import { copyProject, emptyFolder, test } from './test.js';

const MANY = 'mkdir /many && seq 5000 | while read n; do echo $n > /many/file-$n; done';
const BEFORE = `FROM alpine:3.20
ENV MODE=one DB_PASSWORD=canary-before
RUN mkdir -p /srv/app && echo one > /srv/app/config && echo gone > /srv/app/old && echo x > /srv/app/run
CMD ["one"]
`;
const AFTER = `FROM alpine:3.20
ENV MODE=two DB_PASSWORD=canary-after
RUN mkdir -p /srv/app && echo three > /srv/app/config && echo x > /srv/app/run && chmod 755 /srv/app/run
RUN ${MANY} && touch '/srv/app/<img src=x onerror=alert(1)>'
CMD ["one"]
`;

async function build(engine: TestEngine, name: string, input: string): Promise<string> {
  const reference = `${engine.prefix}${name}`;
  await engine.docker(['build', '--quiet', '--tag', reference, '-'], {
    input,
    env: { DOCKER_BUILDKIT: '1' },
  });
  return reference;
}

test('an image is compared with the tag before it, by keys alone: files, settings, layers', async ({
  stage,
  strata,
}) => {
  const { page } = strata;
  const { engine } = stage;
  const before = await build(engine, 'compared:1', BEFORE);
  const after = await build(engine, 'compared:2', AFTER);
  const compare = new ComparePage(page);
  await new ImagesPage(page).open(after);
  const button = page.getByRole('button', { name: 'Compare', exact: true });
  await expect(button).toBeEnabled();
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(compare.other).toBeFocused();
  await expect(compare.choices.first()).toHaveText(new RegExp(`${before}.*the next older tag`));
  await page.keyboard.press('ArrowDown');
  await expect(compare.choices.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.type('no such image');
  await expect(compare.dialog.getByRole('status')).toHaveText('No image is called “no such image”.');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('compared:1');
  await page.keyboard.press('Enter');
  await expect(compare.heading).toBeVisible();

  await expect(compare.entry('srv')).toBeVisible({ timeout: 60_000 });
  await expect(compare.changes('Added')).toHaveAccessibleName(/5,001 files, 1 folder/);
  await expect(compare.changes('Removed')).toHaveAccessibleName(/1 file \(−5 B\)/);
  await expect(compare.changes('Changed')).toHaveAccessibleName(/2 files/);
  await compare.files.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(compare.entry('file-1')).toBeVisible();
  await page.keyboard.press('End');
  await expect(compare.entry('srv')).toHaveAttribute('aria-selected', 'true');
  await expect(compare.entry('file-999')).toBeVisible();
  expect(await compare.files.getByRole('treeitem').count()).toBeLessThan(120);

  await compare.filter.fill('APP/');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing that differs' })).toBeVisible();
  await compare.filter.fill('conf');
  await expect(compare.entry('config')).toHaveAccessibleName(/changed, 4 B → 6 B/);
  await compare.filter.fill('run');
  await expect(compare.entry('run')).toHaveAccessibleName(/-rw-r--r-- → -rwxr-xr-x/);
  await compare.filter.fill('<img');
  await expect(compare.entry('<img src=x onerror=alert(1)>')).toHaveAccessibleName(/added/);
  await expect(page.getByRole('main').locator('img')).toHaveCount(0);
  await compare.filter.fill('');

  await compare.openTab('Settings');
  await expect(compare.settings.getByRole('row', { name: /MODE/ })).toContainText(/one\s+two/);
  await expect(compare.settings.getByRole('row', { name: /DB_PASSWORD/ })).toContainText('(hidden)');
  await expect(page.getByRole('main')).not.toContainText('canary');
  await expect(compare.settings.getByRole('row', { name: /PATH/ })).toHaveCount(0);
  await page.getByRole('switch', { name: 'Show those that are the same' }).check();
  await expect(compare.settings.getByRole('row', { name: /PATH/ })).toHaveCount(1);

  await compare.openTab('Layers');
  await expect(compare.layers('before').last()).toContainText('in both');
  await expect(compare.layers('after').first()).toContainText('only here');

  await compare.swap.click();
  await expect(compare.changes('Removed')).toHaveAccessibleName(/5,001 files, 1 folder/);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('heading', { name: after, exact: true })).toBeVisible();
  await engine.docker(['rmi', before, after]);
});

test('two images that are selected are compared, the older one first; two names of one differ in nothing', async ({
  stage,
  strata,
}) => {
  const { page } = strata;
  const { engine } = stage;
  const older = await build(engine, 'pair:older', BEFORE);
  const younger = await build(engine, 'pair:younger', `FROM ${older}\nRUN echo more > /more\n`);
  const same = `${engine.prefix}pair:same`;
  await engine.docker(['tag', younger, same]);
  const images = new ImagesPage(page);
  const compare = new ComparePage(page);
  await images.filter.fill(`${engine.prefix}pair`);
  await images.row(younger).click();
  await expect(page.getByRole('button', { name: 'Compare', exact: true })).toHaveCount(0);
  await images.row(older).click({ modifiers: ['ControlOrMeta'] });
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(compare.entry('more')).toHaveAccessibleName(/added, \+5 B/, { timeout: 60_000 });

  await page.getByRole('button', { name: 'Back' }).click();
  await images.row(younger).click();
  await images.row(same).click({ modifiers: ['ControlOrMeta'] });
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(page.getByRole('main')).toContainText('Both are the same image');
  await engine.docker(['rmi', same, younger, older]);
});

test('an archive that nobody loaded is compared with an image of the engine', async ({ stage, strata }) => {
  const { page } = strata;
  const { engine } = stage;
  const before = await build(engine, 'kept:1', BEFORE);
  const file = join(await emptyFolder(), 'kept.tar');
  await engine.docker(['save', '--output', file, before]);
  await engine.docker(['rmi', before]);
  const after = await build(engine, 'kept:2', AFTER);
  const compare = new ComparePage(page);
  await new ImagesPage(page).open(after);
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await new ArchiveDialog(strata).willChoose(file);
  await compare.dialog.getByRole('button', { name: 'Choose archive…' }).click();
  await expect(compare.changes('Removed')).toHaveAccessibleName(/1 file \(−5 B\)/, { timeout: 60_000 });
  await compare.openTab('Settings');
  await expect(compare.settings).toContainText(`${before} in kept.tar`);
  await expect(compare.settings.getByRole('row', { name: /MODE/ })).toContainText(/one\s+two/);
  await engine.docker(['rmi', after]);
});

test('after a build, what changed since the one before it is one click away', async ({ strata }) => {
  const { page } = strata;
  await new Shell(page).open('Build');
  const build = new BuildPage(page);
  const folder = await copyProject('hello-web');
  await build.openFolder(folder);
  await build.build.click();
  await expect(page.getByRole('button', { name: 'Open image' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'What changed' })).toHaveCount(0);
  await writeFile(join(folder, 'site', 'new.html'), 'new');
  await page.getByRole('button', { name: 'Build again' }).click();
  await page.getByRole('button', { name: 'What changed' }).click({ timeout: 60_000 });
  const compare = new ComparePage(page);
  await expect(compare.heading).toBeVisible();
  await expect(compare.changes('Added')).toHaveAccessibleName(/1 file \(\+3 B\)/, { timeout: 60_000 });
});
