/** What the user guide shows besides the main job: each scene is set up as a person would come to it, and left again. */
import { expect } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ArchiveDialog } from '../e2e/pages/archive-dialog.js';
import { BuildPage } from '../e2e/pages/build-page.js';
import { EngineDialog } from '../e2e/pages/engine-dialog.js';
import { FilesPanel } from '../e2e/pages/files-panel.js';
import { ImagePage } from '../e2e/pages/image-page.js';
import { ImagesPage } from '../e2e/pages/images-page.js';
import { Keyboard } from '../e2e/pages/keyboard.js';
import { PictureBar } from '../e2e/pages/picture-bar.js';
import { Shell } from '../e2e/pages/shell.js';
import { TagsTab } from '../e2e/pages/tags-tab.js';
import { TourPanel } from '../e2e/pages/tour-panel.js';
import type { RunningStrata } from '../support/strata.js';
import type { Journal } from './journal.js';

const LIMIT = { timeout: 120_000 };
/** Wide enough for files beside layers, and small enough to be read in a page. */
const PAGE = [1120, 700] as const;
/** Layers alone: their files stand below. */
const NARROW = [1040, 700] as const;

export class GuideScenes {
  readonly #shell: Shell;
  readonly #images: ImagesPage;
  readonly #image: ImagePage;
  readonly #build: BuildPage;

  constructor(
    readonly strata: RunningStrata,
    readonly journal: Journal,
    /** Where the sample projects lie. */
    readonly work: string,
  ) {
    const { page } = strata;
    this.#shell = new Shell(page);
    this.#images = new ImagesPage(page);
    this.#image = new ImagePage(page);
    this.#build = new BuildPage(page);
  }

  /** The list with what was built in it, each with its platform. */
  async listOfImages(): Promise<void> {
    await this.journal.step('the list has what was built', async () => {
      await this.#showAll();
      const { rows } = this.#images;
      for (const row of await rows.all()) await expect(row).toContainText('linux/');
      await this.#picture('images-all');
      return `${await rows.count()} rows, each with its platform`;
    });
  }

  /** Where the time of the last build went, as a table; what is shown is that build. */
  async tableOfTimeline(project: string): Promise<void> {
    await this.journal.step(`the timeline of ${project} is a table, too`, async () => {
      const { page } = this.strata;
      await this.#shell.open('Build');
      await this.#unfold(/^Timeline/);
      await this.#picture(`timeline-${project}`);
      const bar = new PictureBar(this.strata, `Timeline of building ${project}:latest`);
      await bar.asTable.click();
      const table = page.getByRole('table', { name: 'Timeline' });
      await expect(table).toBeVisible();
      await this.#picture(`timeline-${project}-table`, PAGE);
      await bar.asPicture.click();
      await this.#unfold(/^Timeline/);
      return `${await this.#build.steps.getByRole('listitem').count()} steps`;
    });
  }

  /** A changed file, a build, and a tag that follows to the newer image by hand. */
  async tagThatMoves(project: string, changed: string): Promise<void> {
    await this.journal.step(`a tag of ${project} is moved to the newer image`, async () => {
      const file = join(this.work, project, changed);
      const [latest, stable] = [`${project}:latest`, `${project}:stable`];
      await this.#open(latest);
      await this.#image.addTag(stable);
      await writeFile(file, `${await readFile(file, 'utf8')}<!-- Changed. -->\n`);
      await this.#shell.open('Build');
      await this.#build.openFolder(join(this.work, project));
      await expect(this.#build.imageName).toHaveValue(latest);
      await this.#build.build.click();
      await expect(this.strata.page.getByText(/^[1-9]\d* of \d+ steps? cached/)).toBeVisible(LIMIT);
      await this.#open(latest);
      await this.#image.openTab('Tags');
      const tags = new TagsTab(this.strata.page);
      await tags.add.click();
      const dialog = tags.dialog('Add tag');
      await dialog.getByRole('textbox', { name: 'Reference' }).fill(stable);
      await expect(dialog.getByRole('status')).toContainText('now points to');
      await this.#picture(`tag-${project}-moves`);
      await dialog.getByRole('button', { name: 'Move it here', exact: true }).click();
      await expect(tags.tag(stable)).toBeVisible();
      await expect(tags.undo).toBeVisible();
      await this.#picture(`tags-${project}`);
      const said = ((await tags.notice.first().textContent()) ?? '').trim();
      await this.strata.page.getByRole('button', { name: 'Dismiss', exact: true }).click();
      return said;
    });
  }

  async archiveLookedInto(project: string): Promise<void> {
    await this.journal.step(`${project} is saved, and looked into where the file lies`, async () => {
      const { page } = this.strata;
      const dialog = new ArchiveDialog(this.strata);
      const file = `${project}-latest.tar`;
      await this.#open(`${project}:latest`);
      await dialog.willChoose(join(this.work, file));
      await dialog.ask('Save archive');
      await dialog.press('saving', 'Save…');
      await expect(dialog.saving.getByRole('status')).toContainText('Saved', LIMIT);
      await dialog.press('saving', 'Close');
      await this.#showAll();
      await dialog.ask('Load archive');
      await expect(dialog.names.getByRole('row').nth(1)).toContainText('Already here');
      await this.#picture(`archive-${project}-names`);
      await dialog.press('loading', 'Look inside');
      await expect(page.getByRole('heading', { name: file })).toBeVisible();
      const files = new FilesPanel(page);
      await files.entry('srv').click(LIMIT);
      await files.entry('www').click();
      await expect(files.entry('index.html')).toBeVisible();
      await this.#picture(`archive-${project}`, PAGE);
      return `${file}: ${await this.#image.layers.getByRole('listitem').count()} rows of history`;
    });
  }

  async tourPanel(): Promise<void> {
    await this.journal.step('the tour inside Strata shows the youngest image', async () => {
      const { page } = this.strata;
      const tour = new TourPanel(page);
      await this.#showAll();
      await new Keyboard(page).choose('tour', /^Take the tour/);
      await tour.next.click();
      await expect(tour.heading('Layers')).toBeFocused();
      await expect(this.#image.layers.getByRole('listitem').first()).toBeVisible();
      await this.#picture('tour-layers', NARROW);
      await tour.stop.click();
      await expect(tour.panel).toBeHidden();
      return 'its second step, beside the layers';
    });
  }

  async palette(words: string): Promise<void> {
    await this.journal.step('the command palette finds actions, images and projects', async () => {
      const { page } = this.strata;
      const { palette } = new Keyboard(page);
      await this.#showAll();
      await page.keyboard.press('Control+k');
      await palette.getByRole('combobox').fill(words);
      const found = palette.getByRole('option');
      await expect(found.first()).toBeVisible();
      await this.#picture('palette');
      const count = await found.count();
      await page.keyboard.press('Escape');
      await expect(palette).toBeHidden();
      return `${count} answers to “${words}”`;
    });
  }

  async engines(): Promise<void> {
    await this.journal.step('the places where an engine may be', async () => {
      const { page } = this.strata;
      const engines = new EngineDialog(page);
      await engines.open();
      await expect(engines.dialog.getByRole('button', { name: 'Look again' })).toBeEnabled(LIMIT);
      await this.#picture('engines');
      const places = await engines.list.getByRole('listitem').count();
      await page.keyboard.press('Escape');
      await expect(engines.dialog).toBeHidden();
      return `${places} places`;
    });
  }

  async inGerman(): Promise<void> {
    await this.journal.step('German is spoken at once, and English again', async () => {
      const { page } = this.strata;
      await this.#shell.open('Settings');
      await page.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch');
      await expect(page.getByRole('heading', { level: 1, name: 'Einstellungen' })).toBeVisible();
      await this.#picture('settings-german');
      await page.getByRole('combobox', { name: 'Sprache' }).selectOption({ index: 0 });
      await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
      return 'the settings, in both';
    });
  }

  /** The whole list, with nothing chosen in it. */
  async #showAll(): Promise<void> {
    await this.#shell.open('Images');
    await this.#images.filter.fill('');
    const none = this.strata.page.getByRole('button', { name: 'Select nothing' });
    if (await none.isVisible()) await none.click();
    await this.#images.heading.click();
  }

  async #open(reference: string): Promise<void> {
    await this.#shell.open('Images');
    await this.#images.open(reference);
    await expect(this.#image.heading(reference)).toBeVisible();
  }

  #unfold(title: RegExp): Promise<void> {
    return this.strata.page.getByRole('button', { name: title }).click();
  }

  /** In a window of that size, if one is given, which then has its own again. */
  async #picture(name: string, size?: readonly [number, number]): Promise<void> {
    const { app, page } = this.strata;
    if (size === undefined) return this.journal.picture(page, name);
    const resize = (to: readonly number[]): Promise<readonly number[]> =>
      app.evaluate(({ BrowserWindow }, [width = 0, height = 0]) => {
        const [window] = BrowserWindow.getAllWindows();
        const before = window?.getContentSize() ?? [];
        window?.setContentSize(width, height);
        return before;
      }, to);
    const before = await resize(size);
    await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual(size);
    await this.journal.picture(page, name);
    await resize(before);
    await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual(before);
  }
}
