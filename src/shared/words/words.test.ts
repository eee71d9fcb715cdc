/** Every text of every language can be read, and has the gaps that the English one has. */
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { afterEach, describe, expect, it } from 'vitest';
import { formatAge, formatBytes, formatDuration } from '../units.js';
import { de } from './de/index.js';
import { en } from './en/index.js';
import { namedLanguage, preferredLanguage, PSEUDO, type Language } from './language.js';
import type { Catalogue } from './message.js';
import { pseudo, PSEUDO_MARK } from './pseudo.js';
import { say, sayPieces, speak } from './say.js';

/** `count:plural`, `name`, `<code>`: what a text wants, whatever the order that a language has them in. */
function gapsOf(elements: readonly MessageFormatElement[]): readonly string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.tag:
        return [`<${element.value}>`, ...gapsOf(element.children)];
      case TYPE.plural:
      case TYPE.select:
        return [element.value, ...Object.values(element.options).flatMap(({ value }) => gapsOf(value))];
      default:
        return [element.value];
    }
  });
}

const gaps = (text: string): readonly string[] => [...new Set(gapsOf(parse(text)))].toSorted();

function pluralsOf(elements: readonly MessageFormatElement[]): readonly (readonly string[])[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return pluralsOf(element.children);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
    const inner = Object.values(element.options).flatMap(({ value }) => pluralsOf(value));
    return element.type === TYPE.plural ? [Object.keys(element.options), ...inner] : inner;
  });
}

afterEach(() => speak('en'));

const others: Readonly<Record<string, Catalogue>> = { de, [PSEUDO]: pseudo(en) };

describe('the catalogue', () => {
  it.each(Object.entries({ en, ...others }))('%s can be read whole', (_language, catalogue: Catalogue) => {
    const broken = Object.entries(catalogue).filter(([, text]) => {
      try {
        return text.trim() !== text || text === '' || (parse(text), false);
      } catch {
        return true;
      }
    });
    expect(broken).toEqual([]);
  });

  it.each(Object.entries(others))('%s has every text, with the same gaps', (_language, catalogue) => {
    expect(Object.keys(catalogue).toSorted()).toEqual(Object.keys(en).toSorted());
    const different = Object.entries(en as Catalogue).filter(
      ([key, text]) => gaps(text).join() !== gaps(catalogue[key] ?? '').join(),
    );
    expect(different).toEqual([]);
  });

  it.each(Object.entries({ en, de }))('%s has the plurals of its language', (language, catalogue) => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const missing = Object.entries(catalogue as Catalogue).filter(([, text]) =>
      pluralsOf(parse(text)).some((forms) => wanted.some((form) => !forms.includes(form))),
    );
    expect(missing).toEqual([]);
  });
});

describe('what is said', () => {
  it('has its numbers and plurals in the language', async () => {
    expect(say('units.age.hour', { count: 1 })).toBe('1 hour ago');
    await speak('de');
    expect(say('units.age.hour', { count: 3 })).toBe('vor 3 Stunden');
    expect(formatAge(1, 86_400_000 * 20)).toBe('vor 2 Wochen');
    expect(formatBytes(7_340_000)).toBe('7,34 MB');
    expect(formatDuration(1_500)).toBe('1,5 s');
  });

  it.each(Object.entries({ en, de }))(
    'is in %s what ICU’s reader makes of it, with words in its gaps',
    async (language, catalogue) => {
      await speak(language as Language);
      const differing = Object.entries(catalogue as Catalogue).filter(([key, text]) => {
        const names = gaps(text).filter((name) => !name.startsWith('<'));
        if (pluralsOf(parse(text)).length > 0) return false;
        const words = Object.fromEntries(names.map((name) => [name, `$& {${name}} <b>it's</b> #`]));
        const read = new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).format(words);
        return (say as (key: string, values: object) => string)(key, words) !== read;
      });
      expect(differing).toEqual([]);
    },
  );

  it('comes in pieces, for what is shown in a way of its own', () => {
    expect(sayPieces('settings.language.system', ['language'], { language: 'Deutsch' })).toEqual([
      { slot: null, text: 'As the system (' },
      { slot: 'language', text: 'Deutsch' },
      { slot: null, text: ')' },
    ]);
  });

  it('shows what a stranger wrote as it is', () => {
    const name = '<b>{count}</b> <untagged>';
    expect(say('settings.language.system', { language: name })).toBe(`As the system (${name})`);
  });

  it('can be told from what is not in the catalogue, in the pseudo-locale', async () => {
    await speak(PSEUDO);
    expect(say('app.screen.images')).toMatch(new RegExp(`^${PSEUDO_MARK}.+ẋ`));
    expect(say('units.age.hour', { count: 3 })).toContain('3');
  });
});

describe('the language', () => {
  it('is the first of the user’s that Strata speaks', () => {
    expect(preferredLanguage(['fr-FR', 'de-AT', 'en-GB'])).toBe('de');
    expect(preferredLanguage(['pt_BR'])).toBe('en');
    expect(preferredLanguage([])).toBe('en');
  });

  it('is one that there is, when the environment names it', () => {
    expect(namedLanguage('de')).toBe('de');
    expect(namedLanguage(PSEUDO)).toBe(PSEUDO);
    expect(namedLanguage('../de')).toBeNull();
    expect(namedLanguage(undefined)).toBeNull();
  });
});
