/** The forecast of one project's next build, kept up with what is chosen, edited and built. */
import type { BuildRequest } from '../../shared/contract/build-options.js';
import type { Forecast } from '../../shared/contract/forecast.js';
import type { Result } from '../../shared/failure.js';
import type { StrataClient } from './client.js';

export class BuildForecast {
  readonly #build: StrataClient['forecast']['build'];
  #asked = 0;

  /** Null until the first answer; later ones replace it when they come. */
  result: Result<Forecast> | null = $state.raw(null);
  /** A file of the project that is taken to have changed; empty for none. */
  edited = $state('');

  constructor(client: Pick<StrataClient, 'forecast'>) {
    this.#build = client.forecast.build;
  }

  /** Asks anew. Of several answers under way only the one asked for last counts. */
  async ask(options: BuildRequest): Promise<void> {
    const asked = ++this.#asked;
    const edited = this.edited.trim();
    const result = await this.#build({ options, edited: edited === '' ? null : edited });
    if (asked === this.#asked) this.result = result;
  }
}
