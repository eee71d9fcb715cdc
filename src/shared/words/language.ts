/** The languages that Strata speaks, and which of them somebody gets. Pure. */

export const languages = ['en', 'de'] as const;
/** For whoever tests: English made longer, accented and running from right to left; by `STRATA_LANGUAGE` alone. */
export const PSEUDO = 'ar-XB';

export type Language = (typeof languages)[number] | typeof PSEUDO;

/** Each language's name in itself, as whoever looks for it knows it. */
export const languageNames: Readonly<Record<(typeof languages)[number], string>> = {
  en: 'English',
  de: 'Deutsch',
};

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === PSEUDO ? 'rtl' : 'ltr');

/** What the environment may name: one of ours, or the pseudo-locale; null for anything else. */
export function namedLanguage(name: string | undefined): Language | null {
  const all: readonly Language[] = [...languages, PSEUDO];
  return all.find((one) => one === name) ?? null;
}

/** The first of what the system's user reads (`de-AT`, `en-GB`…) that Strata speaks, else English. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const spoken = languages.find((one) => one === tag.toLowerCase().split(/[-_]/)[0]);
    if (spoken) return spoken;
  }
  return 'en';
}

/** What is spoken: what the environment names, else what the user chose, else what the system's user reads. */
export const languageFor = (
  named: string | undefined,
  chosen: 'system' | (typeof languages)[number],
  system: Language,
): Language => namedLanguage(named) ?? (chosen === 'system' ? system : chosen);
