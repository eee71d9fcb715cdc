/** The menu bar, as each platform expects it: what can't be done now is grey. */
import { Menu } from 'electron';
import { actionIds, type ActionId } from '../../shared/actions.js';
import { menuTemplate, type MenuChoices } from './menu-template.js';

export type MenuBar = {
  /** The actions that can be done now, as the window tells. */
  readonly enable: (possible: readonly ActionId[]) => void;
  /** Says everything anew, in the language that is spoken now. */
  readonly relabel: () => void;
};

export function installMenu(choices: Omit<MenuChoices, 'platform'>): MenuBar {
  let enabled: readonly ActionId[] = actionIds;
  const { platform } = process;
  let menu = Menu.buildFromTemplate(menuTemplate({ ...choices, platform }));
  Menu.setApplicationMenu(menu);
  const enable = (possible: readonly ActionId[]): void => {
    enabled = possible;
    for (const id of actionIds) {
      const item = menu.getMenuItemById(id);
      if (item) item.enabled = possible.includes(id);
    }
  };
  return {
    enable,
    relabel() {
      menu = Menu.buildFromTemplate(menuTemplate({ ...choices, platform }));
      enable(enabled);
      Menu.setApplicationMenu(menu);
    },
  };
}
