/** Every action that Strata offers by name, once: the command palette, the keys, the list of them and the menu bar are made from this table. Pure. */
import { alsoFoundBy, en, say } from './words/index.js';

/** Under which heading an action stands in the menu bar and in the list of keys. */
export type ActionPlace = 'go' | 'image' | 'build' | 'registry' | 'view' | 'help';

type ActionEntry = {
  readonly place: ActionPlace;
  /** Any of them does it; the first is the one that is shown. As `matchesKeys` reads them. */
  readonly keys?: readonly [string, ...string[]];
};

/** What each is called, and also looked for by, stands in the catalogue. */
export const actions = {
  pull: { place: 'image', keys: ['Mod+D'] },
  'load-archive': { place: 'image', keys: ['Mod+Shift+O'] },
  push: { place: 'image', keys: ['Mod+U'] },
  'add-tag': { place: 'image', keys: ['Mod+T'] },
  compare: { place: 'image' },
  'save-archive': { place: 'image', keys: ['Mod+Shift+S'] },
  remove: { place: 'image' },

  'open-project': { place: 'build', keys: ['Mod+O'] },
  build: { place: 'build', keys: ['Mod+B'] },
  sample: { place: 'build' },
  'cancel-build': { place: 'build', keys: ['Mod+.'] },

  'log-in': { place: 'registry', keys: ['Mod+Shift+L'] },
  'log-out-everywhere': { place: 'registry' },

  'go-images': { place: 'go', keys: ['Mod+1'] },
  'go-build': { place: 'go', keys: ['Mod+2'] },
  'go-registries': { place: 'go', keys: ['Mod+3'] },
  'go-disk': { place: 'go', keys: ['Mod+4'] },
  'go-settings': { place: 'go', keys: ['Mod+5', 'Mod+,'] },
  back: { place: 'go', keys: ['Alt+ArrowLeft', 'Mod+['] },
  find: { place: 'go', keys: ['Mod+F'] },
  activity: { place: 'go', keys: ['Mod+J'] },

  'theme-system': { place: 'view' },
  'theme-light': { place: 'view' },
  'theme-dark': { place: 'view' },
  'theme-contrast': { place: 'view' },

  'zoom-in': { place: 'view', keys: ['Mod++', 'Mod+='] },
  'zoom-out': { place: 'view', keys: ['Mod+-'] },
  'zoom-reset': { place: 'view', keys: ['Mod+0'] },

  engines: { place: 'view' },
  'new-window': { place: 'view', keys: ['Mod+Shift+N'] },

  palette: { place: 'help', keys: ['Mod+K', 'Mod+Shift+P'] },
  shortcuts: { place: 'help', keys: ['?'] },
  tour: { place: 'help' },
  report: { place: 'help' },
  'look-for-update': { place: 'help' },
  'download-update': { place: 'help' },
  'install-update': { place: 'help' },
  'find-engine': { place: 'help' },
} as const satisfies Record<string, ActionEntry>;

export type ActionId = keyof typeof actions;

export const actionIds = Object.keys(actions) as unknown as readonly [ActionId, ...ActionId[]];

type ActionWords = ActionEntry & {
  readonly words: string;
  /** What people also look for it by. */
  readonly also: string;
};

/** What the table says of an action, and the language that is spoken. */
export function actionWords(id: ActionId): ActionWords {
  const [shown, also] = [`actions.${id}`, `actions.${id}.also`] as const;
  return { ...actions[id], words: say(shown), also: alsoFoundBy(shown, also in en ? (also as Also) : null) };
}

type Also = Extract<keyof typeof en, `actions.${ActionId}.also`>;

/** Where an action stands and which keys do it, in whatever language. */
export const actionKeys = (id: ActionId): ActionEntry => actions[id];
