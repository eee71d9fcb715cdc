import type { Locator, Page } from '@playwright/test';

export type LoginForm = {
  readonly registry: string;
  readonly username: string;
  readonly password: string;
  readonly keep?: 'Keep in the system keychain' | 'Only until Strata quits';
};

export class RegistriesPage {
  readonly logins: Locator;
  readonly dialog: Locator;
  readonly alert: Locator;

  constructor(readonly page: Page) {
    this.logins = page.getByRole('list', { name: 'Logins' });
    this.dialog = page.getByRole('dialog', { name: 'Log in' });
    this.alert = this.dialog.getByRole('alert');
  }

  login(registry: string): Locator {
    return this.logins.getByRole('listitem').filter({ hasText: registry });
  }

  async openLogin(): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'Log in', exact: true }).first().click();
  }

  /** Fills in the dialog "Log in" and submits it. */
  async logIn(form: LoginForm): Promise<void> {
    await this.openLogin();
    await this.fillIn(form);
  }

  async fillIn({ registry, username, password, keep }: LoginForm): Promise<void> {
    await this.dialog
      .getByRole('textbox', { name: 'Registry' })
      .or(this.dialog.getByRole('combobox', { name: 'Registry' }))
      .fill(registry);
    await this.dialog.getByRole('textbox', { name: 'Username' }).fill(username);
    await this.dialog.getByLabel('Password or token').fill(password);
    if (keep) await this.dialog.getByRole('radio', { name: keep }).check();
    await this.dialog.getByRole('button', { name: 'Log in', exact: true }).click();
  }

  async logOut(registry: string): Promise<void> {
    await this.login(registry)
      .getByRole('button', { name: /^Log out/ })
      .click();
  }
}
