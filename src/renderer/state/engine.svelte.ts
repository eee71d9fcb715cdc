/** Whether the engine answers, as main last said. */
import type { EngineStatus } from '../../shared/contract/engine.js';
import type { StrataClient } from './client.js';

export class EngineState {
  readonly #calls: StrataClient['engine'];

  /** Null until main has answered. */
  status: EngineStatus | null = $state.raw(null);
  /** While a try that the user asked for is under way. */
  retrying = $state(false);

  constructor(client: StrataClient) {
    this.#calls = client.engine;
    this.#calls.statusChanged((status) => (this.status = status));
    void this.#calls.status().then((answer) => {
      if (answer.ok) this.status ??= answer.value;
    });
  }

  get connected(): boolean {
    return this.status?.state === 'connected';
  }

  async retry(): Promise<void> {
    this.retrying = true;
    const answer = await this.#calls.reconnect();
    if (answer.ok) this.status = answer.value;
    this.retrying = false;
  }
}
