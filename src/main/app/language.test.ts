import { afterEach, describe, expect, it } from 'vitest';
import type { Settings, SpokenLanguage } from '../../shared/contract/app.js';
import { say, speak } from '../../shared/words/index.js';
import { createLanguage } from './language.js';

afterEach(() => speak('en'));

function speaker(environment: Record<string, string>, preferred: readonly string[]) {
  const heard: SpokenLanguage[] = [];
  let chosen: Settings['language'] = 'system';
  const language = createLanguage({
    environment,
    preferred,
    chosen: () => chosen,
    onChanged: (spoken) => heard.push(spoken),
  });
  return {
    heard,
    language,
    choose: (one: Settings['language']): Promise<void> => {
      chosen = one;
      return language.follow();
    },
  };
}

describe('the language', () => {
  it('is the system’s until another is chosen', async () => {
    const { language, choose, heard } = speaker({}, ['de-CH']);
    await language.follow();
    expect(say('app.screen.settings')).toBe('Einstellungen');
    await choose('en');
    expect(say('app.screen.settings')).toBe('Settings');
    expect(heard).toEqual([
      { language: 'de', system: 'de' },
      { language: 'en', system: 'de' },
    ]);
  });

  it('is what the environment names before anything else', async () => {
    const { language, choose, heard } = speaker({ STRATA_LANGUAGE: 'de' }, ['en']);
    await choose('en');
    expect(language.spoken().language).toBe('de');
    await choose('system');
    expect(heard).toHaveLength(1);
  });

  it('is the one that was chosen last, however soon', async () => {
    const { language, choose } = speaker({}, ['en']);
    await Promise.all([choose('de'), choose('en')]);
    expect(language.spoken().language).toBe('en');
  });

  it('is not changed by a name that is none', async () => {
    const { language, heard } = speaker({ STRATA_LANGUAGE: 'xx' }, ['en']);
    await language.follow();
    expect([language.spoken().language, heard]).toEqual(['en', []]);
  });
});
