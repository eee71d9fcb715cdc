/** axe finds nothing to object to in other languages either: in German, and where lines run from right to left. */
import { expect, type Locator } from '@playwright/test';
import { PSEUDO, say, speak, type Key, type Language } from '../../src/shared/words/index.js';
import { PSEUDO_MARK } from '../../src/shared/words/pseudo.js';
import { startEngine } from '../support/engine.js';
import { startUpdateFeed } from '../support/update-feed.js';
import { installed } from './installed.js';
import { lookAt } from './looks.js';
import { test } from './test.js';
import { SAME, tooWide, unsaidTexts } from './unsaid.js';

// Whoever looks finds things by the words of the language that the app speaks.
test.afterEach(() => speak('en'));

/** Keys of texts without gaps. */
type Plain = { [K in Key]: Parameters<typeof say<K>> extends [K] ? K : never }[Key];

/** What the sample has of its own. */
const same = `${SAME}|strata|sample|latest|notes|pictures|COPY|licence`;

const languages: readonly Language[] = ['de', PSEUDO];

for (const language of languages) {
  test(`in ${language}, every screen, dialog and state passes axe, from an empty engine on`, async ({
    launch,
  }) => {
    test.setTimeout(300_000);
    await speak(language);
    const engine = await startEngine();
    const feed = await startUpdateFeed();
    try {
      const { image: _image, ...options } = await installed(feed);
      const strata = await launch({
        ...options,
        dockerHost: engine.host,
        env: { ...options.env, STRATA_LANGUAGE: language },
      });
      const { page } = strata;
      const main = page.getByRole('main');
      const seenByAxe = lookAt(strata, [
        { name: 'light', theme: 'light' },
        { name: 'twice as large', theme: 'light', zoom: 2 },
      ]);
      const look = async (state: string): Promise<void> => {
        await seenByAxe(state);
        expect.soft(await page.evaluate(tooWide), state).toEqual([]);
        // What turns words is shown as an escape where a stranger wrote it: what the app says of itself has none.
        const escaped = (await page.locator('body').innerText()).match(/^.*\\u20[26].*$/gm);
        expect.soft(escaped, state).toBeNull();
      };
      /** The same of what has none but the app's own words in it. */
      const lookAtWords = async (state: string): Promise<void> => {
        await look(state);
        if (language === PSEUDO)
          expect.soft(await page.evaluate(unsaidTexts, { mark: PSEUDO_MARK, same }), state).toEqual([]);
      };
      const button = (key: Plain, within: Pick<Locator, 'getByRole'> = page): Locator =>
        within.getByRole('button', { name: say(key), exact: true });
      const open = (screen: string): Promise<void> => page.locator(`nav a[href="#${screen}"]`).click();
      const dialog = page.getByRole('dialog');
      const leave = async (): Promise<void> => {
        await page.keyboard.press('Escape');
        await expect(dialog).toHaveCount(0);
      };
      const lookAtDialog = async (state: string, hasWordsOnly = true): Promise<void> => {
        await expect(dialog).toBeVisible();
        await (hasWordsOnly ? lookAtWords(state) : look(state));
        await leave();
      };
      /** Each picture that is shown, as a table. */
      const showTables = async (): Promise<void> => {
        const asTable = button('pictures.asTable');
        while ((await asTable.count()) > 0) await asTable.first().click();
      };

      await expect(page.getByRole('heading', { name: say('images.none') })).toBeVisible();
      await lookAtWords('Images, none');
      await button('start.tour', main).click();
      const tour = page.getByRole('region', { name: say('start.tour.title'), exact: true });
      await expect(tour).toBeVisible();
      await lookAtWords('Tour, nothing there');
      await button('start.tour.stop').click();

      await open('build');
      await lookAtWords('Build, nothing chosen');
      await button('start.sample', main).click();
      await button('build.start', main).click();
      await expect(button('build.openImage')).toBeVisible({ timeout: 60_000 });
      await look('Build, built');
      for (const part of ['timeline.title', 'context.title', 'forecast.title', 'history.title'] as const) {
        const head = main
          .getByRole('region', { name: say(part), exact: true })
          .getByRole('button')
          .first();
        if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
      }
      await look('Build, everything unfolded');
      await showTables();
      await look('Build, pictures as tables');

      await button('build.openImage').click();
      for (const tab of ['layers', 'runs', 'tags', 'containers', 'inspect'] as const) {
        await page.getByRole('tab', { name: say(`image.tab.${tab}`), exact: true }).click();
        await look(`Image, ${tab}`);
      }
      await page.getByRole('tab', { name: say('image.tab.layers'), exact: true }).click();
      await button('files.read').click();
      await expect(page.getByRole('treeitem').first()).toBeVisible({ timeout: 30_000 });
      await showTables();
      await look('Image, layers as a table, files');
      await page.keyboard.press('Control+k');
      await dialog.getByRole('combobox').fill(say('actions.tour'));
      await page.keyboard.press('Enter');
      await button('start.tour.next', tour).click();
      await look('Tour, Layers');
      await button('start.tour.stop').click();
      await button('image.push').first().click();
      await lookAtDialog('Push');
      await button('image.addTag').first().click();
      await lookAtDialog('Add tag');
      await button('image.compare').first().click();
      await lookAtDialog('Compare with');

      await open('images');
      await expect(main.getByRole('grid')).toBeVisible();
      await look('Images');
      await button('images.pull').click();
      await lookAtDialog('Pull');

      await open('registries');
      await lookAtWords('Registries');
      await button('registries.login').first().click();
      await lookAtDialog('Log in');

      await open('disk');
      await expect(main.getByRole('figure')).toBeVisible({ timeout: 60_000 });
      await showTables();
      await look('Disk');

      await open('settings');
      const updates = page.getByRole('region', { name: say('updates.title'), exact: true });
      await expect(updates).toBeVisible();
      await lookAtWords('Settings');
      feed.offer('latest-linux.yml', {
        version: '0.2.0',
        packages: { 'Strata-0.2.0.AppImage': Buffer.alloc(1_000) },
      });
      await button('updates.check', updates).click();
      await expect(updates).toContainText('0.2.0');
      await look('Settings, an update');
      await button('settings.about.report').click();
      await expect(page.getByRole('region', { name: say('app.report.text') })).toContainText('started');
      await lookAtDialog('Report');
      await button('engine.choose').click();
      await dialog.getByRole('button', { expanded: false }).click();
      await lookAtDialog('Engines', false);
      await page.keyboard.press('?');
      await lookAtDialog('Keyboard shortcuts');
      await page.keyboard.press('Control+k');
      await lookAtDialog('Command palette');
      await page.locator('.strata-activity').click();
      await lookAtWords('Activity');
    } finally {
      await feed.stop();
      await engine.stop();
    }
  });
}
