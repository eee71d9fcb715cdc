/** Registry logins as main knows them: who, where, how kept. Never a secret. */
import type { Login, LoginEnding, Logins, LogoutReport } from '../../shared/contract/registry.js';
import { ok, type Result } from '../../shared/failure.js';
import type { StrataClient } from './client.js';

/** What the log-in dialog sends. The caller forgets the secret as soon as this was sent. */
export type LoginAttempt = {
  readonly registry: string;
  readonly username: string;
  readonly secret: string;
  readonly keep: Login['kept'];
  readonly ends?: LoginEnding;
};

export class LoginsState {
  readonly #calls: StrataClient['registry'];

  /** Null until main has answered. */
  result: Result<Logins> | null = $state.raw(null);
  #known: readonly Login[] = $state.raw([]);

  constructor(client: StrataClient) {
    this.#calls = client.registry;
    this.#calls.loginsChanged((logins) => (this.result = ok(logins)));
  }

  get logins(): readonly Login[] {
    return this.result?.ok ? this.result.value.logins : this.#known;
  }

  /** Who is logged in where, without a word on the keychain. */
  async look(): Promise<void> {
    const answer = await this.#calls.known();
    if (!answer.ok) return;
    this.#known = answer.value;
    if (this.result?.ok) this.result = ok({ ...this.result.value, logins: answer.value });
  }

  async load(): Promise<void> {
    this.result = await this.#calls.logins();
  }

  /** Checked against the registry by main before anything is kept. */
  login(attempt: LoginAttempt): Promise<Result<Login>> {
    return this.#calls.login(attempt);
  }

  logout(registry: string): Promise<Result<LogoutReport>> {
    return this.#calls.logout({ registry });
  }

  logoutEverywhere(): Promise<Result<LogoutReport>> {
    return this.#calls.logoutEverywhere();
  }
}
