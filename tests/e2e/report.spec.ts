/** What goes with a question: seen first, then copied, with nothing in it that is nobody's business. */
import { expect } from '@playwright/test';
import { test } from './test.js';

test('a report is shown as it will be copied, with the end of the log or without', async ({ strata }) => {
  const { app, page, home } = strata;
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('copy a report');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Report' });
  const text = dialog.getByRole('region', { name: 'Text of the report' });
  await expect(text).toContainText(/^Strata \d+\.\d+\.\d+\n/);
  await expect(text).toContainText(' info started');
  await expect(text).not.toContainText(home);

  const shown = await text.textContent();
  await dialog.getByRole('button', { name: 'Copy report' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Copied');
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(shown);

  await dialog.getByRole('checkbox', { name: 'With the end of the log' }).uncheck();
  await expect(text).not.toContainText('info started');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
