/** The report that goes with a question or a bug: what runs, and the end of the log. It is seen before it is copied. */
import type { StrataClient } from './client.js';

export class ReportState {
  readonly #calls: StrataClient['app'];

  open = $state(false);
  withLog = $state(true);
  /** Null until main has answered. */
  log: string | null = $state.raw(null);
  copied = $state(false);

  constructor(client: StrataClient) {
    this.#calls = client.app;
  }

  async show(): Promise<void> {
    this.log = null;
    this.copied = false;
    this.open = true;
    const answer = await this.#calls.logTail();
    this.log = answer.ok ? answer.value : `The log could not be read: ${answer.failure.detail}`;
  }

  async copy(text: string): Promise<void> {
    this.copied = (await this.#calls.copy({ text })).ok;
  }
}
