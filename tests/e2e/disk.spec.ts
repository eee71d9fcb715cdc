/** What takes space is seen, and taken away by what it frees: never what is in use, and a name can be had back. */
import { expect } from '@playwright/test';
import { DiskPage } from './pages/disk-page.js';
import { ImagesPage } from './pages/images-page.js';
import { test, type FullStage } from './test.js';

/** Without the build cache, which would hold the layers as well. */
async function build(
  { engine }: FullStage,
  reference: string,
  name: string,
  megabytes: number,
): Promise<void> {
  await engine.docker(['build', '--quiet', '--tag', reference, '-'], {
    input: `FROM alpine:3.20\nRUN dd if=/dev/urandom of=/${name} bs=1M count=${megabytes}\n`,
    env: { DOCKER_BUILDKIT: '0' },
  });
}

test('a clean-up removes what was chosen and frees what it said, after a review', async ({
  stage,
  strata,
}) => {
  await build(stage, 'heavy:1', 'one', 5);
  await build(stage, 'heavy:2', 'two', 3);
  await build(stage, 'heavy:3', 'three', 2);
  await stage.engine.docker(['tag', 'heavy:1', 'heavy:also']);
  await stage.engine.docker(['create', '--name', 'keeps-heavy', 'heavy:2', 'true']);

  const { page } = strata;
  const disk = new DiskPage(page);
  await expect(new ImagesPage(page).row('heavy:1')).toBeVisible();
  await page.getByRole('button', { name: 'Clean up' }).click();
  await expect(disk.heading).toBeVisible();
  await expect(disk.measured).toContainText('Measured', { timeout: 60_000 });
  await expect(disk.space).toContainText('Shared layers');
  await expect(disk.map.getByRole('button', { name: /under \d+ images: .*heavy:/ }).first()).toBeVisible();

  await disk.rule('Unused build cache', false);
  await disk.rule('Older tags', true, { of: 'Tags to keep in each repository', is: '0' });
  await expect(disk.row('heavy:2')).toContainText('in use by the container keeps-heavy');
  await expect(disk.row('heavy:3')).toContainText('2.1 MB');
  await disk.chooseOnly('heavy:1', 'heavy:2', 'heavy:3');
  await expect(disk.row('heavy:1')).toContainText('only the name: heavy:also is the same image');
  await disk.choice('heavy:also').check();
  await expect(disk.row('heavy:1')).toContainText('5.24 MB');
  await disk.review.click();
  // What is in use isn't among it, though it was chosen: that is asked for apart.
  await expect(disk.dialog).toContainText('7.34 MB would be freed by removing 3 names of images');
  await expect(disk.dialog.getByRole('checkbox', { name: /in use by containers/ })).not.toBeChecked();
  await disk.dialog.getByRole('button', { name: 'Remove', exact: true }).click();

  await expect(disk.result).toContainText('7.34 MB freed: 3 removed.');
  const left = await stage.engine.docker(['images', '--format', '{{.Repository}}:{{.Tag}}']);
  expect(left).toContain('heavy:2');
  expect(left).not.toMatch(/heavy:(1|3|also)/);
  // Measured again by itself: the table no longer offers what is gone.
  await expect(disk.row('heavy:1')).toHaveCount(0);
  await expect(disk.row('heavy:2')).toBeVisible();
  await stage.engine.docker(['rm', 'keeps-heavy']);
  await stage.engine.docker(['rmi', 'heavy:2']);
});

test('a name that went while its image stayed is put back', async ({ stage, strata }) => {
  await build(stage, 'named:1', 'four', 1);
  await stage.engine.docker(['tag', 'named:1', 'named:other']);
  const { page } = strata;
  const disk = new DiskPage(page);
  await page.keyboard.press('Control+4');
  await expect(disk.measured).toContainText('Measured', { timeout: 60_000 });
  await disk.rule('Older tags', true, { of: 'Tags to keep in each repository', is: '1' });
  await disk.chooseOnly('named:other');
  await expect(disk.selection).toContainText('0 B would be freed by 1 of');
  await disk.review.click();
  await disk.dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(disk.result).toContainText('1 lost only its name');
  await disk.result.getByRole('button', { name: 'Put named:other back' }).click();
  await expect(disk.result).toContainText('The name is back.');
  const [one, other] = await Promise.all(
    ['named:1', 'named:other'].map((name) => stage.engine.docker(['inspect', '--format', '{{.Id}}', name])),
  );
  expect(other).toBe(one);
  await stage.engine.docker(['rmi', 'named:1', 'named:other']);
});
