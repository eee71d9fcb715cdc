/** The frame around every screen: navigation, engine status, activity. */
import type { Locator, Page } from '@playwright/test';

export type ScreenName = 'Images' | 'Build' | 'Registries' | 'Disk' | 'Settings';

export class Shell {
  readonly engine: Locator;
  readonly alert: Locator;
  readonly jobs: Locator;

  constructor(readonly page: Page) {
    this.engine = page.getByRole('status', { name: 'Engine' });
    this.alert = page.getByRole('alert');
    this.jobs = page.getByRole('list', { name: 'Jobs' });
  }

  async open(screen: ScreenName): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: screen }).click();
  }

  async openActivity(): Promise<void> {
    await this.page.getByRole('button', { name: /^Activity/ }).click();
  }
}
