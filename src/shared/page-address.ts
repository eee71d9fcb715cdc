/** What a window's page is told by its own address, so that it can begin without asking. Pure. */
import { themes, type Theme } from './themes.js';
import { namedLanguage, type Language } from './words/language.js';

export type PageStart = {
  /** Which of Strata's windows it is; the first is 1. */
  readonly window: number;
  readonly language: Language;
  /** What would be spoken if the system's counted. */
  readonly system: Language;
  readonly theme: Theme;
};

/** `?language=de&system=en&theme=dark&window=2` */
export const pageQuery = ({ window, language, system, theme }: PageStart): string =>
  `?${new URLSearchParams({ language, system, theme, window: String(window) }).toString()}`;

/** What is missing or odd is as it is for a first window in English. */
export function readPageQuery(query: string): PageStart {
  const given = new URLSearchParams(query);
  const window = Number(given.get('window'));
  return {
    window: Number.isSafeInteger(window) && window > 0 ? window : 1,
    language: namedLanguage(given.get('language') ?? '') ?? 'en',
    system: namedLanguage(given.get('system') ?? '') ?? 'en',
    theme: themes.find((theme) => theme === given.get('theme')) ?? 'system',
  };
}
