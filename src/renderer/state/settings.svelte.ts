/** What the user prefers, and what runs. The theme is put on the document. */
import type { AppInfo, Settings } from '../../shared/contract/app.js';
import type { Result } from '../../shared/failure.js';
import type { StrataClient } from './client.js';
import { keepPageStart } from './page-start.js';

export class SettingsState {
  readonly #calls: StrataClient['app'];
  /** On its way to main. */
  #zoom: number | null = null;

  /** Null until main has answered. */
  current: Settings | null = $state.raw(null);
  info: AppInfo | null = $state.raw(null);

  constructor(client: StrataClient) {
    this.#calls = client.app;
    this.#calls.settingsChanged((settings) => this.#take(settings));
    void this.#calls.settings().then((answer) => answer.ok && this.#take(answer.value));
    void this.#calls.info().then((answer) => {
      if (answer.ok) this.info = answer.value;
    });
  }

  change(changes: Partial<Settings>): Promise<Result<Settings>> {
    return this.#calls.changeSettings(changes);
  }

  /** Goes from the zoom that was asked for last, which may not be on disk yet: keys are quicker. */
  async zoom(next: (from: number) => number): Promise<Result<Settings>> {
    const zoom = next(this.#zoom ?? this.current?.zoom ?? 1);
    this.#zoom = zoom;
    const result = await this.change({ zoom });
    if (this.#zoom === zoom) this.#zoom = null;
    return result;
  }

  #take(settings: Settings): void {
    this.current = settings;
    keepPageStart({ theme: settings.theme });
    if (settings.theme === 'system') document.documentElement.removeAttribute('data-theme');
    else document.documentElement.setAttribute('data-theme', settings.theme);
  }
}
