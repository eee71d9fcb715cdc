import { describe, expect, it } from 'vitest';
import { actionIds, actionWords } from '../../shared/actions.js';
import { shortcutOf } from './shortcuts.js';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('a key', () => {
  it.each([
    ['1', { ctrlKey: true }, 'go-images'],
    ['4', { ctrlKey: true }, 'go-disk'],
    ['f', { ctrlKey: true }, 'find'],
    ['k', { ctrlKey: true }, 'palette'],
    ['P', { ctrlKey: true, shiftKey: true }, 'palette'],
    ['ArrowLeft', { altKey: true }, 'back'],
    ['?', { shiftKey: true }, 'shortcuts'],
  ])('%s with %j asks for “%s”', (key, keys, action) => {
    expect(shortcutOf({ ...none, key, ...keys }, false, false)).toBe(action);
  });

  it.each([
    ['1', {}],
    ['9', { ctrlKey: true }],
    ['f', { ctrlKey: true, shiftKey: true }],
    ['ArrowLeft', {}],
    ['[', { ctrlKey: true, altKey: true }],
  ])('%s with %j belongs to what is typed in', (key, keys) => {
    expect(shortcutOf({ ...none, key, ...keys }, false, false)).toBeNull();
  });

  it('that is a sign is text where something is typed, while Ctrl with a letter still asks', () => {
    expect(shortcutOf({ ...none, key: '?' }, false, true)).toBeNull();
    expect(shortcutOf({ ...none, key: 'k', ctrlKey: true }, false, true)).toBe('palette');
  });
});

describe('the table of actions', () => {
  it('gives no keys twice', () => {
    const all = actionIds.flatMap((id) => actionWords(id).keys ?? []);
    expect(all).toEqual([...new Set(all)]);
  });
});
