/** What stands in the menu bar on each platform, made from the table of actions. Knows electron's types alone. */
import type { MenuItemConstructorOptions } from 'electron';
import { actionIds, actionWords, type ActionId, type ActionPlace } from '../../shared/actions.js';

export type MenuChoices = {
  readonly isMac: boolean;
  /** In development the page can be reloaded and looked into. */
  readonly isPackaged: boolean;
  readonly onAction: (action: ActionId) => void;
};

const separator = { type: 'separator' } as const;
/** Where the menu File or the app's own has them, by every platform's habit. */
const inFile: readonly ActionId[] = ['new-window', 'open-project', 'load-archive'];
const SETTINGS: ActionId = 'go-settings';

export function menuTemplate({ isMac, isPackaged, onAction }: MenuChoices): MenuItemConstructorOptions[] {
  const item = (id: ActionId): MenuItemConstructorOptions => {
    const { words, keys } = actionWords(id);
    const accelerator = keys === undefined ? null : acceleratorOf(keys[0]);
    return {
      id,
      label: id === SETTINGS ? 'Settings…' : words,
      click: () => onAction(id),
      // The page hears its keys itself, and knows when they are text: here they are only shown.
      ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
    };
  };
  const of = (place: ActionPlace): MenuItemConstructorOptions[] =>
    actionIds
      .filter((id) => actionWords(id).place === place && !inFile.includes(id) && id !== SETTINGS)
      .map(item);

  const appMenu: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      separator,
      item(SETTINGS),
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
  const leave: MenuItemConstructorOptions[] = isMac
    ? [{ role: 'close' }]
    : [item(SETTINGS), separator, { role: 'close' }, { role: 'quit' }];
  const look: MenuItemConstructorOptions[] = isPackaged
    ? []
    : [{ role: 'reload' }, { role: 'toggleDevTools' }, separator];
  return [
    ...(isMac ? [appMenu] : []),
    { label: '&File', submenu: [...inFile.map(item), separator, ...leave] },
    { role: 'editMenu' },
    { label: '&Image', submenu: of('Image') },
    { label: '&Build', submenu: of('Build') },
    { label: '&Registry', submenu: of('Registry') },
    { label: '&Go', submenu: of('Go') },
    {
      label: '&View',
      submenu: [...look, ...of('View'), separator, { role: 'togglefullscreen' }],
    },
    { role: 'windowMenu' },
    { role: 'help', label: '&Help', submenu: of('Help') },
  ];
}

/** As Electron writes keys; null for a lone sign, which a menu can't show as one. */
export function acceleratorOf(keys: string): string | null {
  if (keys.length === 1) return null;
  return keys.replace('Mod', 'CmdOrCtrl').replace('ArrowLeft', 'Left').replace('++', '+Plus');
}
