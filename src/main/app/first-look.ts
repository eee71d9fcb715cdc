/**
 * What the first window looks like, read out of the settings before there is anything that could read them whole. What is odd is as it
 * is by default: whether the file is damaged is found, and told, when it is read in earnest.
 */
import { readFileSync } from 'node:fs';
import { themes, type Theme } from '../../shared/themes.js';
import { languages } from '../../shared/words/language.js';

export type FirstLook = {
  readonly theme: Theme;
  readonly language: 'system' | (typeof languages)[number];
};

export function readFirstLook(settingsFile: string): FirstLook {
  const { theme, language } = read(settingsFile);
  return {
    theme: themes.find((one) => one === theme) ?? 'system',
    language: languages.find((one) => one === language) ?? 'system',
  };
}

function read(file: string): Readonly<Record<string, unknown>> {
  try {
    return { ...(JSON.parse(readFileSync(file, 'utf8')) as object | null) };
  } catch {
    return {};
  }
}
