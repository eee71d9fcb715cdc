/** Every action that Strata offers by name, once: the command palette, the keys, the list of them and the menu bar are made from this table. Pure. */

/** Under which heading an action stands in the menu bar and in the list of keys. */
export type ActionPlace = 'Go' | 'Image' | 'Build' | 'Registry' | 'View' | 'Help';

type ActionWords = {
  readonly words: string;
  readonly place: ActionPlace;
  /** Any of them does it; the first is the one that is shown. As `matchesKeys` reads them. */
  readonly keys?: readonly [string, ...string[]];
  /** What people also look for it by. */
  readonly also?: string;
};

export const actions = {
  pull: { words: 'Pull an image…', place: 'Image', keys: ['Mod+D'], also: 'download' },
  'load-archive': { words: 'Load an archive…', place: 'Image', keys: ['Mod+Shift+O'], also: 'import tar' },
  push: { words: 'Push this image…', place: 'Image', keys: ['Mod+U'], also: 'upload publish' },
  'add-tag': { words: 'Add a tag to this image…', place: 'Image', keys: ['Mod+T'], also: 'name rename' },
  compare: { words: 'Compare this image…', place: 'Image', also: 'diff difference' },
  'save-archive': { words: 'Save this image to an archive…', place: 'Image', keys: ['Mod+Shift+S'] },
  remove: { words: 'Remove this image…', place: 'Image', also: 'delete' },

  'open-project': { words: 'Open a project folder…', place: 'Build', keys: ['Mod+O'], also: 'choose' },
  build: { words: 'Build this project', place: 'Build', keys: ['Mod+B'], also: 'start run' },
  'cancel-build': { words: 'Cancel this build', place: 'Build', keys: ['Mod+.'], also: 'stop' },

  'log-in': {
    words: 'Log in to a registry…',
    place: 'Registry',
    keys: ['Mod+Shift+L'],
    also: 'password token',
  },
  'log-out-everywhere': { words: 'Log out everywhere…', place: 'Registry' },

  'go-images': { words: 'Go to Images', place: 'Go', keys: ['Mod+1'] },
  'go-build': { words: 'Go to Build', place: 'Go', keys: ['Mod+2'] },
  'go-registries': { words: 'Go to Registries', place: 'Go', keys: ['Mod+3'], also: 'logins browse' },
  'go-disk': { words: 'Go to Disk', place: 'Go', keys: ['Mod+4'], also: 'clean up prune space' },
  'go-settings': { words: 'Go to Settings', place: 'Go', keys: ['Mod+5', 'Mod+,'], also: 'preferences' },
  back: { words: 'Back', place: 'Go', keys: ['Alt+ArrowLeft', 'Mod+['] },
  find: { words: 'Find on this screen', place: 'Go', keys: ['Mod+F'], also: 'filter search' },
  activity: { words: 'Show activity', place: 'Go', keys: ['Mod+J'], also: 'jobs running' },

  'theme-system': { words: 'Theme: as the system', place: 'View', also: 'colour appearance' },
  'theme-light': { words: 'Theme: light', place: 'View', also: 'colour appearance bright' },
  'theme-dark': { words: 'Theme: dark', place: 'View', also: 'colour appearance night' },
  'theme-contrast': { words: 'Theme: high contrast', place: 'View', also: 'colour appearance accessible' },

  'zoom-in': { words: 'Zoom in', place: 'View', keys: ['Mod++', 'Mod+='], also: 'larger bigger text size' },
  'zoom-out': { words: 'Zoom out', place: 'View', keys: ['Mod+-'], also: 'smaller text size' },
  'zoom-reset': { words: 'Zoom: actual size', place: 'View', keys: ['Mod+0'], also: '100 % text size' },

  engines: {
    words: 'Choose an engine…',
    place: 'View',
    also: 'docker context podman colima switch remote ssh',
  },
  'new-window': { words: 'New window', place: 'View', keys: ['Mod+Shift+N'] },

  palette: { words: 'Command palette', place: 'Help', keys: ['Mod+K', 'Mod+Shift+P'] },
  shortcuts: { words: 'Keyboard shortcuts', place: 'Help', keys: ['?'], also: 'keys help' },
  report: { words: 'Copy a report…', place: 'Help', also: 'bug problem versions log diagnostics' },
  'look-for-update': { words: 'Check for updates', place: 'Help', also: 'newer version of strata upgrade' },
  'download-update': { words: 'Download the update', place: 'Help', also: 'newer version of strata upgrade' },
  'install-update': {
    words: 'Restart and update',
    place: 'Help',
    also: 'install newer version of strata upgrade',
  },
  'find-engine': { words: 'Look for the engine again', place: 'Help', also: 'docker reconnect connect' },
} as const satisfies Record<string, ActionWords>;

export type ActionId = keyof typeof actions;

export const actionIds = Object.keys(actions) as unknown as readonly [ActionId, ...ActionId[]];

/** What the table says of an action. */
export const actionWords = (id: ActionId): ActionWords => actions[id];
