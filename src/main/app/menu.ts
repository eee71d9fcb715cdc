/** The menu bar, as each platform expects it: what can't be done now is grey. */
import { Menu } from 'electron';
import { actionIds, type ActionId } from '../../shared/actions.js';
import { menuTemplate, type MenuChoices } from './menu-template.js';

export type MenuBar = {
  /** The actions that can be done now, as the window tells. */
  readonly enable: (possible: readonly ActionId[]) => void;
};

export function installMenu(choices: Omit<MenuChoices, 'isMac'>): MenuBar {
  const menu = Menu.buildFromTemplate(menuTemplate({ ...choices, isMac: process.platform === 'darwin' }));
  Menu.setApplicationMenu(menu);
  return {
    enable(possible) {
      for (const id of actionIds) {
        const item = menu.getMenuItemById(id);
        if (item) item.enabled = possible.includes(id);
      }
    },
  };
}
