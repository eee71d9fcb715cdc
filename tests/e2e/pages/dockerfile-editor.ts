import { expect, type Locator, type Page } from '@playwright/test';

/** The region "Dockerfile": its editor, what is said of the line, and what it asks. */
export class DockerfileEditor {
  readonly region: Locator;
  readonly text: Locator;
  readonly save: Locator;
  /** "Not saved", or nothing. */
  readonly condition: Locator;
  readonly explanation: Locator;
  readonly proposals: Locator;

  constructor(readonly page: Page) {
    this.region = page.getByRole('region', { name: 'Dockerfile', exact: true });
    this.text = this.region.getByRole('textbox', { name: 'Dockerfile' });
    this.save = this.region.getByRole('button', { name: 'Save', exact: true });
    this.condition = this.region.getByRole('status').first();
    this.explanation = this.region.getByRole('region', { name: 'What this line does' });
    this.proposals = page.getByRole('listbox', { name: 'Completions' });
  }

  /** Puts the cursor at the end of the text, by keys. */
  async goToEnd(): Promise<void> {
    await this.text.focus();
    await this.page.keyboard.press('ControlOrMeta+End');
  }

  /** Types on at the end of the text. */
  async append(text: string): Promise<void> {
    await this.goToEnd();
    await this.page.keyboard.insertText(text);
  }

  /** What stands in the editor; all of it, as long as it fits the window. */
  async expectText(text: string | RegExp): Promise<void> {
    await expect
      .poll(async () =>
        (await this.text.locator('.cm-line').allInnerTexts()).join('\n').replaceAll('\u200b', ''),
      )
      .toMatch(text);
  }
}
