/** What stands in the menu bar on each platform, made from the table of actions. Knows electron's types alone. */
import type { MenuItemConstructorOptions } from 'electron';
import { actionIds, actionKeys, actionWords, type ActionId, type ActionPlace } from '../../shared/actions.js';
import { say } from '../../shared/words/index.js';

export type MenuChoices = {
  /** As Node names it. */
  readonly platform: string;
  /** In development the page can be reloaded and looked into. */
  readonly isPackaged: boolean;
  readonly onAction: (action: ActionId) => void;
};

const separator = { type: 'separator' } as const;
/** Where the menu File or the app's own has them, by every platform's habit. */
const inFile: readonly ActionId[] = ['new-window', 'open-project', 'load-archive'];
const SETTINGS: ActionId = 'go-settings';

/** What the platform does by itself, in our words: Electron has those in English alone. */
type OwnRole =
  | 'about'
  | 'services'
  | 'hide'
  | 'hideOthers'
  | 'unhide'
  | 'reload'
  | 'toggleDevTools'
  | 'togglefullscreen'
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'pasteAndMatchStyle'
  | 'delete'
  | 'selectAll'
  | 'startSpeaking'
  | 'stopSpeaking'
  | 'minimize'
  | 'zoom'
  | 'front';

const own = (role: OwnRole): MenuItemConstructorOptions => ({ role, label: say(`shell.menu.${role}`) });

function quitLabel(platform: string): string {
  if (platform === 'darwin') return say('shell.menu.quitStrata');
  return platform === 'win32' ? say('shell.menu.exit') : say('shell.menu.quit');
}

export function menuTemplate({ platform, isPackaged, onAction }: MenuChoices): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const item = (id: ActionId): MenuItemConstructorOptions => {
    const { words, keys } = actionWords(id);
    const accelerator = keys === undefined ? null : acceleratorOf(keys[0]);
    return {
      id,
      label: id === SETTINGS ? say('shell.menu.settings') : words,
      click: () => onAction(id),
      // The page hears its keys itself, and knows when they are text: here they are only shown.
      ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
    };
  };
  const of = (place: ActionPlace): MenuItemConstructorOptions[] =>
    actionIds
      .filter((id) => actionKeys(id).place === place && !inFile.includes(id) && id !== SETTINGS)
      .map(item);
  const quit: MenuItemConstructorOptions = { role: 'quit', label: quitLabel(platform) };
  const close: MenuItemConstructorOptions = {
    role: 'close',
    label: isMac ? say('shell.menu.closeWindow') : say('shell.menu.close'),
  };

  const appMenu: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [
      own('about'),
      separator,
      item(SETTINGS),
      separator,
      own('services'),
      separator,
      own('hide'),
      own('hideOthers'),
      own('unhide'),
      separator,
      quit,
    ],
  };
  const leave = isMac ? [close] : [item(SETTINGS), separator, close, quit];
  const look = isPackaged ? [] : [own('reload'), own('toggleDevTools'), separator];
  return [
    ...(isMac ? [appMenu] : []),
    { label: say('shell.menu.file'), submenu: [...inFile.map(item), separator, ...leave] },
    { role: 'editMenu', label: say('shell.menu.edit'), submenu: editItems(isMac) },
    { label: say('shell.menu.image'), submenu: of('image') },
    { label: say('shell.menu.build'), submenu: of('build') },
    { label: say('shell.menu.registry'), submenu: of('registry') },
    { label: say('shell.menu.go'), submenu: of('go') },
    {
      label: say('shell.menu.view'),
      submenu: [...look, ...of('view'), separator, own('togglefullscreen')],
    },
    {
      role: 'windowMenu',
      label: say('shell.menu.window'),
      submenu: [own('minimize'), own('zoom'), ...(isMac ? [separator, own('front')] : [close])],
    },
    { role: 'help', label: say('shell.menu.help'), submenu: of('help') },
  ];
}

/** As Electron has them, in each platform's order. */
function editItems(isMac: boolean): MenuItemConstructorOptions[] {
  const speech: MenuItemConstructorOptions = {
    label: say('shell.menu.speech'),
    submenu: [own('startSpeaking'), own('stopSpeaking')],
  };
  return [
    own('undo'),
    own('redo'),
    separator,
    own('cut'),
    own('copy'),
    own('paste'),
    ...(isMac
      ? [own('pasteAndMatchStyle'), own('delete'), own('selectAll'), separator, speech]
      : [own('delete'), separator, own('selectAll')]),
  ];
}

/** As Electron writes keys; null for a lone sign, which a menu can't show as one. */
export function acceleratorOf(keys: string): string | null {
  if (keys.length === 1) return null;
  return keys.replace('Mod', 'CmdOrCtrl').replace('ArrowLeft', 'Left').replace('++', '+Plus');
}
