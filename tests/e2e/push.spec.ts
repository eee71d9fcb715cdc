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
  await expect(push.forecast.getByRole('listitem')).toHaveText([/is there/, /is there/, /travels/]);

  await push.destination.fill(`${stage.registry.host}/team/announced:1`);
  await expect(push.forecast).toContainText('can’t be said before');
  await push.close();
  await stage.engine.docker(['rmi', '--force', first, second, destination]);
  await registry.stop();
});
