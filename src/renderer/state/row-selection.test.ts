import { expect, it } from 'vitest';
import { nothingSelected, selectOnly, selectRange, toggleKeys, type Line } from './row-selection.js';

const line = (key: string, ...keys: string[]): Line => ({ key, keys: keys.length > 0 ? keys : [key] });
const lines = [line('/g', 'a', 'b'), line('a'), line('b'), line('c'), line('d')];

it('rows are taken in and out one by one, and a group with all that is in it', () => {
  const some = toggleKeys(selectOnly(['a'], 'a'), ['c'], 'c');
  expect([...some.keys]).toEqual(['a', 'c']);
  expect([...toggleKeys(some, ['a'], 'a').keys]).toEqual(['c']);
  const group = toggleKeys(some, ['a', 'b'], '/g');
  expect([...group.keys].sort()).toEqual(['a', 'b', 'c']);
  expect([...toggleKeys(group, ['a', 'b'], '/g').keys]).toEqual(['c']);
});

it('a range reaches from the anchor either way, and turns around it', () => {
  const start = selectOnly(['b'], 'b');
  const down = selectRange(start, 'd', lines);
  expect([...down.keys]).toEqual(['b', 'c', 'd']);
  expect([...selectRange(down, 'a', lines).keys]).toEqual(['a', 'b']);
  expect([...selectRange(down, '/g', lines).keys]).toEqual(['a', 'b']);
});

it('a range without an anchor in sight is the row itself, which becomes the anchor', () => {
  for (const anchor of [nothingSelected, selectOnly(['x'], 'x')]) {
    const { keys, anchor: now } = selectRange(anchor, 'c', lines);
    expect([[...keys], now]).toEqual([['c'], 'c']);
  }
});
