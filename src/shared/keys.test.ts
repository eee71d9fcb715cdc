import { describe, expect, it } from 'vitest';
import { keyWords, matchesKeys } from './keys.js';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('keys', () => {
  it.each([
    ['Mod+1', { key: '1', ctrlKey: true }, false],
    ['Mod+1', { key: '1', metaKey: true }, true],
    ['Mod+Shift+P', { key: 'P', ctrlKey: true, shiftKey: true }, false],
    ['Mod+K', { key: 'K', ctrlKey: true }, false],
    ['Alt+ArrowLeft', { key: 'ArrowLeft', altKey: true }, false],
    // Shift is how most keyboards type it.
    ['?', { key: '?', shiftKey: true }, false],
  ])('%s is %j (macOS: %j)', (keys, pressed, isMac) => {
    expect(matchesKeys(keys, { ...none, ...pressed }, isMac)).toBe(true);
  });

  it.each([
    ['Mod+1', { key: '1' }, false],
    ['Mod+F', { key: 'F', ctrlKey: true, shiftKey: true }, false],
    ['Alt+ArrowLeft', { key: 'ArrowLeft' }, false],
    // There, Ctrl with a letter edits text: Ctrl+K deletes to the end of the line.
    ['Mod+K', { key: 'k', ctrlKey: true }, true],
    ['Mod+K', { key: 'k', metaKey: true }, false],
    // AltGr: on many keyboards that is how “[” is typed.
    ['Mod+[', { key: '[', ctrlKey: true, altKey: true }, false],
  ])('%s is not %j (macOS: %j)', (keys, pressed, isMac) => {
    expect(matchesKeys(keys, { ...none, ...pressed }, isMac)).toBe(false);
  });

  it('are written as each platform writes them', () => {
    expect(keyWords('Mod+Shift+P', false)).toBe('Ctrl+Shift+P');
    expect(keyWords('Mod+Shift+P', true)).toBe('⇧⌘P');
    expect(keyWords('Alt+ArrowLeft', false)).toBe('Alt+←');
    expect(keyWords('?', true)).toBe('?');
  });
});
