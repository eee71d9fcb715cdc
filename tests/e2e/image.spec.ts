/** One image: its layers, how it runs, its containers, and what of it is shown only when asked. */
import { expect } from '@playwright/test';
import { BuildPage } from './pages/build-page.js';
import { ImagePage } from './pages/image-page.js';
import { ImagesPage } from './pages/images-page.js';
import { Shell } from './pages/shell.js';
import { copyProject, setWindowSize, test } from './test.js';

const SECRETIVE = `FROM alpine:3.20
ARG NPM_TOKEN=canary-argument
ENV NPM_TOKEN=canary-variable LANG=C.UTF-8
RUN mkdir /empty-folder
LABEL org.opencontainers.image.source=https://example.org/app
LABEL org.opencontainers.image.base.name=alpine:3.20
LABEL evil="<img src=x onerror=alert(1)>"
EXPOSE 8080
HEALTHCHECK --interval=90s CMD wget -q localhost:8080
CMD npm start && echo done
`;

test('what may be a secret shows only where it was asked for, on every tab', async ({ stage, strata }) => {
  const { page } = strata;
  const { engine } = stage;
  const reference = `${engine.prefix}secretive:1`;
  await engine.docker(['build', '--quiet', '--tag', reference, '-'], {
    input: SECRETIVE,
    env: { DOCKER_BUILDKIT: '1' },
  });
  const image = new ImagePage(page);
  await new ImagesPage(page).open(reference);
  const row = image.layer('ENV');
  await expect(row).toContainText('NPM_TOKEN=(hidden) LANG=C.UTF-8');
  await expect(page.getByRole('main')).not.toContainText('canary');
  await row.getByRole('button', { name: 'Show what may be a secret' }).click();
  await expect(row).toContainText('NPM_TOKEN=canary-variable');

  await image.openTab('Inspect');
  await expect(image.record).toContainText('NPM_TOKEN=(hidden)');
  await expect(image.record).not.toContainText('canary');
  await page.getByRole('button', { name: 'Show what may be a secret' }).click();
  await expect(image.record).toContainText('NPM_TOKEN=canary-variable');

  await image.openTab('How it runs');
  await expect(image.environment).toContainText('LANG');
  await expect(image.environment).not.toContainText('canary');
  await page.getByRole('button', { name: 'Show the value of NPM_TOKEN' }).click();
  await expect(image.environment).toContainText('canary-variable');
  await engine.docker(['rmi', reference]);
});

test('how it runs is told in full, its base is named, and a link opens only after asking', async ({
  stage,
  strata,
}) => {
  const { page } = strata;
  const { engine } = stage;
  const reference = `${engine.prefix}runs:1`;
  await engine.docker(['build', '--quiet', '--tag', reference, '-'], { input: SECRETIVE });
  const image = new ImagePage(page);
  await new ImagesPage(page).open(reference);
  await image.openTab('How it runs');
  const main = page.getByRole('main');
  await expect(main).toContainText('npm start && echo done');
  await expect(main).toContainText('as a line of shell (/bin/sh -c)');
  await expect(main).toContainText(`docker run --rm -it -p 8080:8080 ${reference}`);
  await expect(main).toContainText('runs as root');
  await expect(main).toContainText('every 1 m 30 s');
  await expect(image.base).toContainText('alpine:3.20');
  await expect(image.labels).toContainText('<img src=x onerror=alert(1)>');
  await expect(main.locator('img')).toHaveCount(0);

  await page.getByRole('button', { name: 'Open Source in the browser' }).click();
  const question = page.getByRole('dialog', { name: 'Open this link in the browser?' });
  await expect(question).toContainText('https://example.org/app');
  await question.getByRole('button', { name: 'Stay here' }).click();
  await expect(question).toBeHidden();
  await engine.docker(['rmi', reference]);
});

test('the stack is climbed by keyboard, and Enter leads to the layer’s row', async ({ stage, strata }) => {
  const { page } = strata;
  const { engine } = stage;
  const reference = `${engine.prefix}climbed:1`;
  await engine.docker(['build', '--quiet', '--tag', reference, '-'], {
    input: 'FROM alpine:3.20\nRUN echo a > /a\nRUN mkdir /nothing-in-it\nRUN echo top > /top\n',
    env: { DOCKER_BUILDKIT: '1' },
  });
  const image = new ImagePage(page);
  await new ImagesPage(page).open(reference);
  await expect(image.layer('mkdir /nothing-in-it')).toContainText('empty');
  // By which names is the other tests' doing, too: the base may have got more of them.
  await expect(image.layer('shared with').last()).toContainText('ADD rootfs');
  await image.bands.last().focus();
  await page.keyboard.press('Home');
  await expect(image.bands.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(image.bands.nth(2)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(image.layer('echo a')).toHaveAttribute('aria-current', 'true');
  await engine.docker(['rmi', reference]);
});

test('an image that was built here says which line of the Dockerfile made each layer', async ({ strata }) => {
  const { page } = strata;
  await new Shell(page).open('Build');
  const build = new BuildPage(page);
  await build.openFolder(await copyProject('hello-web'));
  await build.build.click();
  await page.getByRole('button', { name: 'Open image' }).click({ timeout: 60_000 });
  const image = new ImagePage(page);
  await expect(image.layers.getByRole('listitem').first()).toContainText(/Dockerfile line \d+/);
  await expect(page.getByRole('main')).toContainText(/built here from .*Dockerfile/);
});

test('containers come and go by themselves, tell what they wrote, and become an image', async ({
  stage,
  strata,
}) => {
  const { page } = strata;
  const { engine } = stage;
  const { prefix } = engine;
  const reference = `${prefix}contained:1`;
  const committed = `${prefix}committed:1`;
  await engine.docker(['build', '--quiet', '--tag', reference, '-'], {
    input: 'FROM alpine:3.20\nRUN echo contained > /contained\n',
  });
  const image = new ImagePage(page);
  await new ImagesPage(page).open(reference);
  await image.openTab('Containers');
  await expect(page.getByRole('heading', { name: 'No container of this image' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Nothing stands in the way of removing it.');

  const name = `${prefix}writer`;
  const script = 'seq 1 2000 | while read n; do : > /made-$n; done; rm /contained; echo 1234 > /five';
  await engine.docker(['run', '--name', name, reference, 'sh', '-c', script]);
  await expect(image.container(name)).toContainText('exited');
  await expect(image.container(name)).toContainText('5 B');
  await expect(page.getByRole('main')).toContainText('1 container made from it is still there');

  await page.getByRole('button', { name: `Changes of ${name}` }).click();
  await expect(page.getByRole('main')).toContainText('2,002 changes');
  expect(await image.changes.getByRole('listitem').count()).toBeLessThan(60);
  await page.getByRole('searchbox', { name: 'Filter changes' }).fill('contained');
  await expect(image.changes.getByRole('listitem')).toHaveText([/removed\s*\/contained/]);

  await page.getByRole('button', { name: `Commit ${name} to a new image` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Reference' }).fill('alpine:3.20');
  await dialog.getByRole('button', { name: 'Commit', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('points to another image');
  await dialog.getByRole('textbox', { name: 'Reference' }).fill(committed);
  await dialog.getByRole('button', { name: 'Commit', exact: true }).click();
  await dialog.getByRole('button', { name: 'Open image' }).click();
  await expect(image.heading(committed)).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();

  await image.openTab('Containers');
  await engine.docker(['rm', name]);
  await expect(page.getByRole('heading', { name: 'No container of this image' })).toBeVisible();
  await engine.docker(['rmi', committed, reference]);
});

test('layers fit their tab exactly, however many lines the facts take', async ({ stage, strata }) => {
  const { page } = strata;
  const { engine } = stage;
  const reference = `${engine.prefix}facts:1`;
  const author = 'Ada Lovelace of the Analytical Engine, Ockham Park <ada@example.org>'.repeat(2);
  await engine.docker(['build', '--quiet', '--tag', reference, '-'], {
    input: `FROM alpine:3.20\nMAINTAINER ${author}\nRUN touch /file\n`,
  });
  await new ImagesPage(page).open(reference);
  const tab = page.getByRole('tabpanel');
  const files = tab.getByRole('region', { name: 'Files' });
  /** How much more than can be seen there is, in pixels. */
  const hidden = (): Promise<number> => tab.evaluate((panel) => panel.scrollHeight - panel.clientHeight);

  await setWindowSize(strata, 1280, 800);
  await expect(tab).toContainText(author);
  await expect.poll(hidden).toBe(0);

  // Too narrow for all beside one another: the files stand below, and fill the tab when it is scrolled to its end.
  await setWindowSize(strata, 900, 600);
  await expect.poll(hidden).toBeGreaterThan(0);
  await tab.evaluate((panel) => panel.scrollTo(0, panel.scrollHeight));
  const [around, inside] = [await tab.boundingBox(), await files.boundingBox()];
  const padding = 16;
  expect(inside?.y).toBeCloseTo((around?.y ?? NaN) + padding, 0);
  expect(inside?.height).toBeCloseTo((around?.height ?? NaN) - 2 * padding, 0);
  await engine.docker(['rmi', reference]);
});
