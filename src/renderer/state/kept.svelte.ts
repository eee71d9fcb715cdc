/** Files of Strata's own that could not be read, until the user has seen that. */
import type { DamagedFile } from '../../shared/contract/kept.js';
import type { StrataClient } from './client.js';

export class KeptState {
  readonly #calls: StrataClient['kept'];

  damaged: readonly DamagedFile[] = $state.raw([]);

  constructor(client: StrataClient) {
    this.#calls = client.kept;
    this.#calls.damagedChanged((damaged) => (this.damaged = damaged));
    void this.#calls.damaged().then((answer) => {
      if (answer.ok) this.damaged = answer.value;
    });
  }

  /** The files stay where they were put. */
  dismiss(): void {
    void this.#calls.dismiss();
  }
}
