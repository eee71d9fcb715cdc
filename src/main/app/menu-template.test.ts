import type { MenuItemConstructorOptions } from 'electron';
import { afterEach, describe, expect, it } from 'vitest';
import { actionIds } from '../../shared/actions.js';
import { PSEUDO, speak } from '../../shared/words/index.js';
import { PSEUDO_MARK } from '../../shared/words/pseudo.js';
import { acceleratorOf, menuTemplate } from './menu-template.js';

const below = ({ submenu }: MenuItemConstructorOptions): MenuItemConstructorOptions[] =>
  Array.isArray(submenu) ? submenu.flatMap((item) => [item, ...below(item)]) : [];

const items = (platform: string): MenuItemConstructorOptions[] =>
  menuTemplate({ platform, isPackaged: true, onAction: () => undefined }).flatMap(({ submenu }) =>
    Array.isArray(submenu) ? submenu : [],
  );

afterEach(() => speak('en'));

describe('the menu bar', () => {
  it.each(['linux', 'win32', 'darwin'])(
    'says everything in the language that is spoken (%s)',
    async (platform) => {
      await speak(PSEUDO);
      const menus = menuTemplate({ platform, isPackaged: false, onAction: () => undefined });
      const said = [...menus.filter(({ role }) => role !== 'appMenu'), ...menus.flatMap(below)];
      const unsaid = said.filter(({ type, label }) => type !== 'separator' && !label?.includes(PSEUDO_MARK));
      expect(unsaid).toEqual([]);
    },
  );

  it.each(['linux', 'win32', 'darwin'])('has every action once (%s)', (platform) => {
    const ids = items(platform).flatMap(({ id }) => id ?? []);
    expect(ids.toSorted()).toEqual(actionIds.toSorted());
  });

  it('shows keys, and leaves them to the page', () => {
    const keyed = items('linux').filter(({ accelerator }) => accelerator !== undefined);
    expect(keyed.find(({ id }) => id === 'palette')?.accelerator).toBe('CmdOrCtrl+K');
    expect(keyed.every(({ registerAccelerator }) => registerAccelerator === false)).toBe(true);
    expect(acceleratorOf('Alt+ArrowLeft')).toBe('Alt+Left');
    expect(acceleratorOf('Mod++')).toBe('CmdOrCtrl+Plus');
    expect(acceleratorOf('?')).toBeNull();
  });

  it('has Settings and Quit where the platform wants them, and no tools of development', () => {
    const [first, second] = menuTemplate({ platform: 'darwin', isPackaged: true, onAction: () => undefined });
    expect([first?.role, second?.label]).toEqual(['appMenu', '&File']);
    expect(items('linux').map(({ role }) => role)).toContain('quit');
    expect(items('linux').map(({ role }) => role)).not.toContain('toggleDevTools');
  });

  it('says which action was chosen', () => {
    const chosen: string[] = [];
    const [file] = menuTemplate({ platform: 'linux', isPackaged: true, onAction: (id) => chosen.push(id) });
    const open = Array.isArray(file?.submenu) ? file.submenu[0] : undefined;
    (open?.click as (() => void) | undefined)?.();
    expect(chosen).toEqual(['new-window']);
  });
});
