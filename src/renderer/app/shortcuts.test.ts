import { describe, expect, it } from 'vitest';
import { shortcutOf } from './shortcuts.js';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('a key', () => {
  it.each([
    ['1', { ctrlKey: true }, { type: 'screen', screen: { name: 'images' } }],
    ['4', { metaKey: true }, { type: 'screen', screen: { name: 'disk' } }],
    ['5', { metaKey: true }, { type: 'screen', screen: { name: 'settings' } }],
    ['f', { ctrlKey: true }, { type: 'find' }],
    ['ArrowLeft', { altKey: true }, { type: 'back' }],
    ['[', { metaKey: true }, { type: 'back' }],
  ])('%s with %j works everywhere', (key, keys, shortcut) => {
    expect(shortcutOf({ ...none, key, ...keys })).toEqual(shortcut);
  });

  it.each([
    ['1', {}],
    ['9', { ctrlKey: true }],
    ['f', { ctrlKey: true, shiftKey: true }],
    ['ArrowLeft', {}],
    // AltGr: on many keyboards that is how “[” is typed.
    ['[', { ctrlKey: true, altKey: true }],
  ])('%s with %j belongs to what is typed in', (key, keys) => {
    expect(shortcutOf({ ...none, key, ...keys })).toBeNull();
  });
});
