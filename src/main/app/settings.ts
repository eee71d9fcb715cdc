/** What the user prefers, in one file that is written whole or not at all. */
import {
  defaultImageList,
  noRegistryExceptions,
  settingsSchema,
  type Settings,
} from '../../shared/contract/app.js';
import { readOrSetAsideNow, writeFileAtomic, type OnDamaged } from '../files/index.js';

const defaults: Settings = {
  theme: 'system',
  language: 'system',
  zoom: 1,
  recentFolders: [],
  pushedTo: [],
  historyLimitBytes: 200 * 1000 ** 2,
  imageList: defaultImageList,
  registryExceptions: noRegistryExceptions,
  notifications: true,
  recentChoices: [],
  engine: null,
  updateChannel: 'stable',
  looksForUpdates: true,
};

/** As it crosses from the renderer, where a key may be there without a value. */
type SettingsChange = { readonly [K in keyof Settings]?: Settings[K] | undefined };

export type SettingsStore = {
  readonly get: () => Settings;
  /** Changes what is named, keeps the rest, and answers with the whole once it is on disk. */
  readonly change: (changes: SettingsChange) => Promise<Settings>;
};

/** Opens the settings: the defaults where there is no file, or a damaged one, which is set aside. */
export function openSettings(
  file: string,
  onDamaged: OnDamaged,
  /** What wasn't changed is the same object as before. */
  onChange: (settings: Settings, before: Settings) => void,
): SettingsStore {
  let current = read(file, onDamaged);
  let writing: Promise<unknown> = Promise.resolve();
  return {
    get: () => current,
    async change(changes) {
      const before = current;
      current = {
        theme: changes.theme ?? current.theme,
        language: changes.language ?? current.language,
        zoom: changes.zoom ?? current.zoom,
        recentFolders: changes.recentFolders ?? current.recentFolders,
        pushedTo: changes.pushedTo ?? current.pushedTo,
        historyLimitBytes: changes.historyLimitBytes ?? current.historyLimitBytes,
        imageList: changes.imageList ?? current.imageList,
        registryExceptions: changes.registryExceptions ?? current.registryExceptions,
        notifications: changes.notifications ?? current.notifications,
        recentChoices: changes.recentChoices ?? current.recentChoices,
        engine: changes.engine === undefined ? current.engine : changes.engine,
        updateChannel: changes.updateChannel ?? current.updateChannel,
        looksForUpdates: changes.looksForUpdates ?? current.looksForUpdates,
      };
      const settings = current;
      // One write after another, so that the last change is the one that stays.
      writing = writing
        .catch(() => undefined)
        .then(() => writeFileAtomic(file, `${JSON.stringify(settings, null, 2)}\n`));
      await writing;
      onChange(settings, before);
      return settings;
    },
  };
}

function read(file: string, onDamaged: OnDamaged): Settings {
  const kept = readOrSetAsideNow({ file, what: 'settings', onDamaged }, (text) =>
    settingsSchema.parse({ ...defaults, ...(JSON.parse(text) as object) }),
  );
  return kept ?? defaults;
}
