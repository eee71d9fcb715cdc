import { expect, it } from 'vitest';
import { sampleImage } from '../../../../tests/support/sample-images.js';
import { groupRows } from '../../state/image-groups.js';
import { toRows } from '../../state/image-rows.js';
import { gridAction } from './grid-keys.js';

const entries = groupRows(toRows([sampleImage(1, 'a:1', 'a:2'), sampleImage(2, 'b:1')]), new Set(['/b']));
const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

function press(key: string, modifiers: Partial<typeof plain> = {}, active = 1, isOnRow = true) {
  return gridAction({ key, ...plain, ...modifiers }, { entries, active, height: 320, isOnRow });
}

it('arrows move, and take rows in with shift', () => {
  expect(press('ArrowDown')).toEqual({ does: 'move', to: 2, extends: false });
  expect(press('End', { shiftKey: true })).toEqual({ does: 'move', to: 3, extends: true });
});

it('arrows across a row step along its buttons, and fold a repository', () => {
  expect(press('ArrowRight')).toEqual({ does: 'step', by: 1 });
  expect(press('ArrowLeft', {}, 1, false)).toEqual({ does: 'step', by: -1 });
  expect(press('ArrowLeft', {}, 0)).toEqual({ does: 'fold', folded: true });
  expect(press('ArrowRight', {}, 0)).toEqual({ does: 'step', by: 1 });
  expect(press('ArrowRight', {}, 3)).toEqual({ does: 'fold', folded: false });
});

it('the other keys select, open and remove; a button in a row keeps its own', () => {
  expect(press(' ')).toEqual({ does: 'toggle' });
  expect(press('Enter')).toEqual({ does: 'enter' });
  expect(press('Escape')).toEqual({ does: 'none' });
  expect(press('Delete')).toEqual({ does: 'remove' });
  for (const key of [' ', 'Enter']) expect(press(key, {}, 1, false)).toBeNull();
  for (const modifiers of [{ ctrlKey: true }, { metaKey: true }])
    expect(press('a', modifiers)).toEqual({ does: 'all' });
});

it('keys that mean something elsewhere are left alone', () => {
  expect(press('a')).toBeNull();
  expect(press('ArrowDown', { altKey: true })).toBeNull();
  expect(press('r', { ctrlKey: true })).toBeNull();
});
