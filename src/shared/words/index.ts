/** Every text for people, in the language that they chose: `say('images.title')`. */
export { alsoFoundBy, currentLanguage, localeOf, say, sayPieces, speak } from './say.js';
export { fromTo, ledTo } from './along.js';
export {
  directionOf,
  languageFor,
  languageNames,
  languages,
  preferredLanguage,
  PSEUDO,
  type Language,
} from './language.js';
export { en, type English, type Key } from './en/index.js';
