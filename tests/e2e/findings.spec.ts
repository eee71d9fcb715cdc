/** What there is to mention about a Dockerfile, before it is built. */
import { expect } from '@playwright/test';
import { BuildPage } from './pages/build-page.js';
import { DockerfileEditor } from './pages/dockerfile-editor.js';
import { FindingsList } from './pages/findings-list.js';
import { Shell } from './pages/shell.js';
import { copyProject, test } from './test.js';

test('findings stand below the Dockerfile, lead to their lines, and say why', async ({ strata }) => {
  const { page } = strata;
  const build = new BuildPage(page);
  const findings = new FindingsList(page);
  await new Shell(page).open('Build');
  await build.openFolder(await copyProject('notes-nginx'));

  await findings.finding(/ENV key=value.* line 18 /).click();
  const editor = new DockerfileEditor(page);
  await expect(editor.text).toBeFocused();
  await expect(editor.text.getByText('ENV NJS_VERSION')).toBeInViewport();
  await expect(editor.explanation).toContainText('Sets NJS_VERSION to 1.13.6.0.1.14-1~stretch');

  const message = '"ENV key=value" should be used instead of legacy "ENV key value" format';
  await findings.why(message).first().focus();
  await page.keyboard.press('Enter');
  await expect(findings.list.getByText(/all that follows is one value/).first()).toBeVisible();
});
