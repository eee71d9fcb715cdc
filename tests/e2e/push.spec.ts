/** A push is said before it is made: what travels, and which image its tag is taken from. */
import { expect } from '@playwright/test';
import { startRegistry } from '../support/registry.js';
import { ImagePage } from './pages/image-page.js';
import { ImagesPage } from './pages/images-page.js';
import { PushDialog } from './pages/push-dialog.js';
import { test, type FullStage } from './test.js';

async function build({ engine }: FullStage, name: string, steps: string): Promise<string> {
  const reference = `${engine.prefix}${name}`;
  await engine.docker(['build', '--quiet', '--tag', reference, '-'], {
    input: `FROM alpine:3.20\n${steps}\n`,
    env: { DOCKER_BUILDKIT: '1' },
  });
  return reference;
}

test('what travels and what is overwritten is said first, and the registry confirms it afterwards', async ({
  stage,
  launch,
}) => {
  const first = await build(stage, 'announced:1', 'RUN echo one > /one');
  const second = await build(stage, 'announced:2', 'RUN echo one > /one\nRUN echo two > /two');
  const registry = await startRegistry();
  const destination = `${registry.host}/team/announced:stable`;
  const { page } = await launch();
  const push = new PushDialog(page);
  const images = new ImagesPage(page);
  const image = new ImagePage(page);

  await images.open(first);
  await image.openPush();
  await push.destination.fill(destination);
  await expect(push.forecast).toContainText(/All 2 layers travel: [\d.]+ MB\./);
  await expect(push.forecast).not.toContainText('stands for another image');
  await push.push.click();
  const digest = await push.digest();
  await expect(push.dialog).toContainText('The registry confirms that the tag stands for this digest.');
  await push.close();

  await page.getByRole('button', { name: 'Back' }).click();
  await images.open(second);
  await image.openPush();
  await push.destination.fill(destination);
  await expect(push.forecast).toContainText(
    `stands for another image, ${digest.slice(0, 19)}…. Pushing moves it`,
  );
  await expect(push.forecast).toContainText(/2 of 3 layers are there already; the rest travels: [\d.]+ kB\./);
  await push.forecast.getByRole('button', { name: 'By layer' }).click();
  await page.screenshot({ path: test.info().outputPath('strata.png') });
  await expect(push.forecast.getByRole('listitem')).toHaveText([/is there/, /is there/, /travels/]);
  // The same as strata, the base at the bottom.
  await expect(push.forecast.getByRole('figure', { name: 'Strata' }).getByRole('button')).toHaveCount(3);

  await push.destination.fill(`${stage.registry.host}/team/announced:1`);
  await expect(push.forecast).toContainText('can’t be said before');
  await push.close();
  await stage.engine.docker(['rmi', '--force', first, second, destination]);
  await registry.stop();
});

test('what looks like a secret is told before it is pushed, and no more of it than its beginning', async ({
  stage,
  launch,
}) => {
  const secret = `ghp_${'aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zZ'.repeat(2).slice(0, 36)}`;
  const reference = await build(
    stage,
    'secretive:1',
    `ENV API_TOKEN=${secret}\nRUN mkdir /app && echo "TOKEN=${secret}" > /app/.env\nRUN rm /app/.env`,
  );
  const registry = await startRegistry();
  const { page } = await launch();
  const push = new PushDialog(page);
  await new ImagesPage(page).open(reference);
  await new ImagePage(page).openPush();
  await push.destination.fill(`${registry.host}/team/secretive:1`);
  await expect(push.secrets).toContainText('3 things look like secrets');
  await expect(push.secrets.getByRole('listitem')).toContainText([
    'ENV API_TOKEN',
    'RUN',
    '/app/.env, line 1: a GitHub token, ghp_… (40 characters).',
  ]);
  expect(await push.dialog.textContent()).not.toContain(secret.slice(0, 12));
  // A warning is in nobody's way.
  await push.push.click();
  await push.digest();
  await push.close();
  await stage.engine.docker(['rmi', '--force', reference, `${registry.host}/team/secretive:1`]);
  await registry.stop();
});

test('one image goes to several places at once, and one that failed is tried again by itself', async ({
  stage,
  launch,
}) => {
  const reference = await build(stage, 'several:1', 'RUN echo several > /several');
  const registry = await startRegistry();
  const { port } = new URL(`http://${registry.host}`);
  const [name] = reference.split(':');
  const [one, two] = [`${registry.host}/team/${name}:1`, `${registry.host}/team/${name}:latest`];
  const elsewhere = `127.0.0.2:${port}/team/${name}:1`;
  const { page } = await launch();
  const push = new PushDialog(page);
  const images = new ImagesPage(page);
  const image = new ImagePage(page);
  await images.open(reference);
  await image.openPush();
  for (const destination of [one, two]) {
    await push.destination.fill(destination);
    await push.dialog.getByRole('button', { name: 'Add another destination' }).click();
  }
  // Nothing listens there.
  await push.destination.fill(elsewhere);
  const others = push.dialog.getByRole('list', { name: 'Other destinations' });
  await expect(others.getByRole('listitem')).toHaveText([/layers travel/, /layers travel/]);
  await page.screenshot({ path: test.info().outputPath('several.png') });
  await push.push.click();
  const destinations = push.dialog.getByRole('list', { name: 'Destinations' });
  await expect(push.dialog).toContainText('2 of 3 destinations have it.', { timeout: 60_000 });
  await expect(destinations.getByRole('button', { name: 'Try again' })).toHaveCount(1);
  await destinations.getByRole('button', { name: 'Try again' }).click();
  await expect(push.dialog).toContainText('2 of 3 destinations have it.', { timeout: 60_000 });
  await push.close();

  // They are there to be chosen for the next image of that name.
  await image.openPush();
  await expect(push.dialog.getByRole('button', { name: one, exact: true })).toBeVisible();
  await expect(push.dialog.getByRole('button', { name: elsewhere })).toHaveCount(0);
  await push.close();
  await stage.engine.docker(['rmi', '--force', reference, one, two, elsewhere]);
  await registry.stop();
});
