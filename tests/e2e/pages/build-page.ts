import { expect, type Locator, type Page } from '@playwright/test';

export class BuildPage {
  readonly folder: Locator;
  readonly choose: Locator;
  readonly imageName: Locator;
  readonly build: Locator;
  readonly cancel: Locator;
  readonly steps: Locator;
  readonly output: Locator;
  readonly dockerfile: Locator;
  readonly alert: Locator;

  constructor(readonly page: Page) {
    this.folder = page
      .getByRole('combobox', { name: 'Project folder' })
      .or(page.getByRole('textbox', { name: 'Project folder' }));
    this.choose = page.getByRole('button', { name: 'Choose folder' });
    this.imageName = page.getByRole('textbox', { name: 'Image name' });
    this.build = page.getByRole('button', { name: 'Build', exact: true });
    this.cancel = page.getByRole('button', { name: 'Cancel build' });
    this.steps = page.getByRole('list', { name: 'Steps' });
    this.output = page.getByRole('log', { name: 'Output' });
    this.dockerfile = page.getByRole('region', { name: 'Dockerfile' });
    this.alert = page.getByRole('main').getByRole('alert');
  }

  /** Types a folder and leaves the field, as a person does before looking at what was found. */
  async openFolder(folder: string): Promise<void> {
    await this.folder.fill(folder);
    await this.folder.press('Enter');
  }

  /** Starts to build the sample whose RUN takes its time, and waits until that runs. */
  async buildSlowly(folder: string): Promise<void> {
    await this.openFolder(folder);
    await this.build.click();
    await expect(this.step(/RUN /)).toHaveAttribute('data-state', 'running', { timeout: 60_000 });
  }

  step(name: string | RegExp): Locator {
    return this.steps.getByRole('listitem').filter({ hasText: name });
  }
}
