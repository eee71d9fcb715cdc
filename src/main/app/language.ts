/** Which language Strata speaks: what the environment names, else what the user chose, else what the system's user reads. */
import type { Settings, SpokenLanguage } from '../../shared/contract/app.js';
import { currentLanguage, languageFor, preferredLanguage, speak } from '../../shared/words/index.js';

export type LanguageParts = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What the system's user reads, the best known first: `de-AT`, `en`. */
  readonly preferred: readonly string[];
  readonly chosen: () => Settings['language'];
  /** Another one is spoken from now on. */
  readonly onChanged: (spoken: SpokenLanguage) => void;
};

export type SpeaksFor = {
  readonly spoken: () => SpokenLanguage;
  /** Speaks what is chosen now. */
  readonly follow: () => Promise<void>;
};

export function createLanguage({ environment, preferred, chosen, onChanged }: LanguageParts): SpeaksFor {
  const system = preferredLanguage(preferred);
  const spoken = (): SpokenLanguage => ({ language: currentLanguage(), system });
  const follow = async (): Promise<void> => {
    const wanted = languageFor(environment.STRATA_LANGUAGE, chosen(), system);
    if (wanted === currentLanguage()) return;
    await speak(wanted);
    onChanged(spoken());
  };
  let following: Promise<void> = Promise.resolve();
  return {
    spoken,
    // One after another: the choice that was made last is the one that stays.
    follow: () => (following = following.catch(() => undefined).then(follow)),
  };
}
