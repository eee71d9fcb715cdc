/** Images as files: saved, looked into, loaded, dropped, and filesystems imported. */
import { expect } from '@playwright/test';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ArchiveDialog } from './pages/archive-dialog.js';
import { FilesPanel } from './pages/files-panel.js';
import { ImagePage } from './pages/image-page.js';
import { ImagesPage } from './pages/images-page.js';
import { Shell } from './pages/shell.js';
import { emptyFolder, test, type FullStage } from './test.js';

const run = promisify(execFile);

async function build({ engine }: FullStage, name: string): Promise<string> {
  const reference = `${engine.prefix}${name}`;
  await engine.docker(['build', '--quiet', '--tag', reference, '-'], {
    input: `FROM alpine:3.20\nRUN echo ${name} > /name\n`,
  });
  return reference;
}

const idOf = async ({ engine }: FullStage, name: string): Promise<string> =>
  (await engine.docker(['inspect', '--format', '{{.Id}}', name])).trim();

test('an image is saved from its screen, and loaded again from the list of images', async ({
  stage,
  launch,
}) => {
  const reference = await build(stage, 'archived:1');
  const id = await idOf(stage, reference);
  const file = join(await emptyFolder(), 'archived.tar.gz');
  const strata = await launch();
  const dialog = new ArchiveDialog(strata);
  await new ImagesPage(strata.page).open(reference);
  await expect(new ImagePage(strata.page).heading(reference)).toBeVisible();

  await dialog.willChoose(file);
  await dialog.ask('Save archive');
  await expect(dialog.saving.getByRole('list', { name: 'Images to save' })).toContainText(reference);
  await dialog.press('saving', 'Save…');
  await expect(dialog.saving.getByRole('status')).toContainText(`as ${file}.`);
  expect((await readFile(file)).subarray(0, 2).toString('hex')).toBe('1f8b');
  await dialog.press('saving', 'Close');

  await stage.engine.docker(['rmi', '--force', reference]);
  const shell = new Shell(strata.page);
  await shell.open('Images');
  await dialog.ask('Load archive');
  await expect(dialog.loading).toContainText('what is in it shows only once it is unpacked');
  await dialog.press('loading', 'Load');
  await expect(dialog.loaded).toContainText(reference);
  expect(await idOf(stage, reference)).toBe(id);
  await dialog.press('loading', `Open ${reference}`);
  await expect(new ImagePage(strata.page).heading(reference)).toBeVisible();

  await shell.openActivity();
  await expect(shell.jobs.getByText('Loading archived.tar.gz')).toBeVisible();
  await strata.page.getByRole('button', { name: 'Open Loading archived.tar.gz' }).click();
  await expect(dialog.loaded).toContainText(reference);
});

test('a dropped archive of chosen images shows which names would move before it is loaded', async ({
  stage,
  launch,
}) => {
  const [one, two] = [await build(stage, 'dropped-one:1'), await build(stage, 'dropped-two:1')];
  const [first, second] = [await idOf(stage, one), await idOf(stage, two)];
  const short = (id: string): string => id.slice('sha256:'.length).slice(0, 12);
  const file = join(await emptyFolder(), 'dropped.tar');
  const strata = await launch();
  const dialog = new ArchiveDialog(strata);
  const images = new ImagesPage(strata.page);
  await images.filter.fill('dropped-');
  await images.row(one).click();
  await images.row(two).click({ modifiers: ['Control'] });
  await dialog.willChoose(file);
  await strata.page.getByRole('toolbar').getByRole('button', { name: 'Save archive' }).click();
  await expect(dialog.saving.getByRole('listitem')).toHaveCount(2);
  await dialog.press('saving', 'Save…');
  await expect(dialog.saving.getByRole('status')).toContainText('Saved');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await dialog.press('saving', 'Close');

  await stage.engine.docker(['tag', two, one]);
  await dialog.drop(file);
  await expect(dialog.names.getByRole('row', { name: one })).toContainText(
    `Moves from ${short(second)} to ${short(first)}`,
  );
  await expect(dialog.names.getByRole('row', { name: two })).toContainText('Already here');
  await expect(dialog.loading.getByRole('status')).toContainText('1 name points to another image now');
  expect(await idOf(stage, one)).toBe(second);
  await dialog.press('loading', 'Load');
  await expect(dialog.loaded).toContainText(`moved from ${short(second)} to ${short(first)}`);
  expect(await idOf(stage, one)).toBe(first);
});

test('what is no archive is refused with the reason, and a filesystem is imported', async ({
  stage,
  launch,
}) => {
  const folder = await emptyFolder();
  const text = join(folder, 'text.tar');
  await writeFile(text, 'no archive at all '.repeat(100));
  const root = join(folder, 'root.tar');
  await run('tar', ['-cf', root, '-C', folder, 'text.tar']);
  const reference = `${stage.engine.prefix}imported:1`;
  const strata = await launch();
  const dialog = new ArchiveDialog(strata);

  await dialog.drop(text);
  await expect(dialog.loading.getByRole('alert')).toContainText('It is no tar archive, or it is damaged.');
  await expect(dialog.loading.getByRole('button', { name: 'Load', exact: true })).toBeDisabled();
  await dialog.press('loading', 'Close');

  await dialog.willChoose(root);
  await dialog.ask('Load archive');
  await expect(dialog.loading).toContainText('This is a filesystem, not an archive of images');
  await dialog.loading.getByRole('textbox', { name: 'Image name' }).fill(reference);
  await dialog.loading.getByRole('textbox', { name: 'Settings' }).fill('CMD ["sh"]\nENV A=1');
  await dialog.press('loading', 'Import');
  await expect(dialog.loaded).toContainText(reference);
  const config = await stage.engine.docker(['inspect', '--format', '{{json .Config.Cmd}}', reference]);
  expect(config.trim()).toBe('["sh"]');

  await dialog.press('loading', 'Close');
  await dialog.ask('Load archive');
  await dialog.loading.getByRole('textbox', { name: 'Image name' }).fill(reference);
  await dialog.press('loading', 'Import');
  await expect(dialog.loading.getByRole('alert')).toContainText('points to another image');
});

test('an archive and an OCI layout are looked into, and nothing of them comes to the engine', async ({
  stage,
  launch,
}) => {
  const [one, two] = [await build(stage, 'inside-one:1'), await build(stage, 'inside-two:1')];
  const folder = await emptyFolder();
  const file = join(folder, 'inside.tar');
  await stage.engine.docker(['save', '--output', file, one, two]);
  await stage.engine.docker(['rmi', '--force', one, two]);
  const strata = await launch();
  const dialog = new ArchiveDialog(strata);
  const image = new ImagePage(strata.page);
  const files = new FilesPanel(strata.page);

  await dialog.drop(file);
  await dialog.press('loading', 'Look inside');
  await expect(image.heading('inside.tar')).toBeVisible();
  const choice = strata.page.getByRole('combobox', { name: 'Image' });
  await choice.selectOption({ label: `${two} (linux/amd64)` });
  await expect(image.layers).toContainText('echo inside-two:1');
  await expect(files.entry('name')).toBeVisible();
  await files.entry('name').click();
  await files.region.getByRole('button', { name: 'View' }).click();
  await expect(strata.page.getByRole('dialog')).toContainText('inside-two:1');
  await strata.page.keyboard.press('Escape');
  await image.openTab('How it runs');
  await expect(strata.page.getByRole('heading', { name: 'What it runs' })).toBeVisible();
  await expect(strata.page.getByRole('heading', { name: 'Base image' })).toBeHidden();
  await expect(stage.engine.docker(['inspect', two])).rejects.toThrow();

  // The same bytes as an OCI layout, chosen by the file that makes the folder one.
  const layout = join(folder, 'layout');
  await layoutOf(file, layout);
  await new Shell(strata.page).open('Images');
  await dialog.willChoose(join(layout, 'index.json'));
  await dialog.ask('Load archive');
  await expect(dialog.loading).toContainText('This folder is an OCI layout');
  await expect(dialog.loading.getByRole('button', { name: 'Load', exact: true })).toBeHidden();
  await dialog.press('loading', 'Look inside');
  await expect(image.heading('layout')).toBeVisible();
  await expect(files.entry('name')).toBeVisible();
});

test('what can’t be looked into says why, and can be tried again', async ({ stage, launch }) => {
  const reference = await build(stage, 'inside-cut:1');
  const file = join(await emptyFolder(), 'cut.tar');
  await stage.engine.docker(['save', '--output', file, reference]);
  const bytes = await readFile(file);
  const strata = await launch();
  const dialog = new ArchiveDialog(strata);
  await dialog.drop(file);
  await expect(dialog.names).toContainText(reference);
  await writeFile(file, bytes.subarray(0, bytes.length / 2));
  await dialog.press('loading', 'Look inside');
  const alert = strata.page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText('could not be read');
  await writeFile(file, bytes);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(new FilesPanel(strata.page).entry('name')).toBeVisible();
  await stage.engine.docker(['rmi', '--force', reference]);
});

/** Writes the first image of an archive as an OCI layout. */
async function layoutOf(archive: string, folder: string): Promise<void> {
  const unpacked = `${folder}-unpacked`;
  await mkdir(unpacked);
  await mkdir(join(folder, 'blobs', 'sha256'), { recursive: true });
  await run('tar', ['-xf', archive, '-C', unpacked]);
  const put = async (bytes: Buffer): Promise<{ digest: string; size: number }> => {
    const hex = createHash('sha256').update(bytes).digest('hex');
    await writeFile(join(folder, 'blobs', 'sha256', hex), bytes);
    return { digest: `sha256:${hex}`, size: bytes.length };
  };
  const manifests = JSON.parse(await readFile(join(unpacked, 'manifest.json'), 'utf8')) as {
    Config: string;
    Layers: string[];
  }[];
  const { Config = '', Layers = [] } = manifests[0] ?? {};
  const layers = await Promise.all(Layers.map(async (name) => put(await readFile(join(unpacked, name)))));
  const config = await put(await readFile(join(unpacked, Config)));
  const manifest = await put(Buffer.from(JSON.stringify({ schemaVersion: 2, config, layers })));
  await writeFile(join(folder, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [manifest] }));
  await writeFile(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
}
