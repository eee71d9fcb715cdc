import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { actionIds } from '../../shared/actions.js';
import { acceleratorOf, menuTemplate } from './menu-template.js';

const items = (isMac: boolean): MenuItemConstructorOptions[] =>
  menuTemplate({ isMac, isPackaged: true, onAction: () => undefined }).flatMap(({ submenu }) =>
    Array.isArray(submenu) ? submenu : [],
  );

describe('the menu bar', () => {
  it.each([false, true])('has every action once (macOS: %s)', (isMac) => {
    const ids = items(isMac).flatMap(({ id }) => id ?? []);
    expect(ids.toSorted()).toEqual(actionIds.toSorted());
  });

  it('shows keys, and leaves them to the page', () => {
    const keyed = items(false).filter(({ accelerator }) => accelerator !== undefined);
    expect(keyed.find(({ id }) => id === 'palette')?.accelerator).toBe('CmdOrCtrl+K');
    expect(keyed.every(({ registerAccelerator }) => registerAccelerator === false)).toBe(true);
    expect(acceleratorOf('Alt+ArrowLeft')).toBe('Alt+Left');
    expect(acceleratorOf('Mod++')).toBe('CmdOrCtrl+Plus');
    expect(acceleratorOf('?')).toBeNull();
  });

  it('has Settings and Quit where the platform wants them, and no tools of development', () => {
    const [first, second] = menuTemplate({ isMac: true, isPackaged: true, onAction: () => undefined });
    expect([first?.role, second?.label]).toEqual(['appMenu', '&File']);
    expect(items(false).map(({ role }) => role)).toContain('quit');
    expect(items(false).map(({ role }) => role)).not.toContain('toggleDevTools');
  });

  it('says which action was chosen', () => {
    const chosen: string[] = [];
    const [file] = menuTemplate({ isMac: false, isPackaged: true, onAction: (id) => chosen.push(id) });
    const open = Array.isArray(file?.submenu) ? file.submenu[0] : undefined;
    (open?.click as (() => void) | undefined)?.();
    expect(chosen).toEqual(['new-window']);
  });
});
