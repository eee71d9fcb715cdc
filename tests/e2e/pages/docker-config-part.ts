import type { Locator, Page } from '@playwright/test';

/** The region "Docker's own config" on Registries, and "Docker's logins" in Settings. */
export class DockerConfigPart {
  readonly region: Locator;
  readonly plain: Locator;
  readonly moved: Locator;
  readonly erase: Locator;
  readonly forAll: Locator;

  constructor(readonly page: Page) {
    this.region = page.getByRole('region', { name: 'Docker’s own config' });
    this.plain = this.region.getByRole('list', { name: 'In plain base64' });
    this.moved = this.region.getByRole('list', { name: 'Moved to the keychain' });
    this.erase = page.getByRole('dialog', { name: 'Erase docker’s own login?' });
    this.forAll = page.getByRole('switch', { name: 'docker asks Strata for all registries' });
  }

  async move(registry: string): Promise<void> {
    await this.plain.getByRole('button', { name: `Move ${registry} to the keychain` }).click();
  }

  async putBack(registry: string): Promise<void> {
    await this.moved.getByRole('button', { name: `Put ${registry} back` }).click();
  }

  /** Turns the switch in Settings, and agrees to what is shown. */
  async switchHelper(verb: 'Switch on' | 'Switch off'): Promise<void> {
    await this.forAll.click();
    await this.page.getByRole('dialog').getByRole('button', { name: verb }).click();
  }
}
