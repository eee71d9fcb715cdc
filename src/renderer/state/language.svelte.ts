/** The language that the window speaks. Whoever shows texts begins anew when it changes. */
import type { SpokenLanguage } from '../../shared/contract/app.js';
import { currentLanguage, directionOf, speak, type Language } from '../../shared/words/index.js';
import type { StrataClient } from './client.js';
import { keepPageStart } from './page-start.js';

export class LanguageState {
  /** What is spoken: `say` answers in it by the time that this changes. */
  current: Language = $state(currentLanguage());
  /** What would be spoken if the system's counted. */
  system: Language = $state('en');
  #taking: Promise<void> = Promise.resolve();

  constructor(client: StrataClient) {
    client.app.languageChanged((spoken) => void this.take(spoken));
  }

  /** One change after another, so that the last is the one that stays. */
  take({ language, system }: SpokenLanguage): Promise<void> {
    this.#taking = this.#taking.then(async () => {
      try {
        await speak(language);
      } catch {
        // Its words can't be read: what is spoken now goes on.
        return;
      }
      this.current = language;
      this.system = system;
      keepPageStart({ language, system });
      document.documentElement.lang = language;
      document.documentElement.dir = directionOf(language);
    });
    return this.#taking;
  }
}
