import { describe, expect, it } from 'vitest';
import { treeMove, type TreeRow } from './tree-keys.js';

const row = (more: Partial<TreeRow>): TreeRow => ({ isFolder: false, open: false, parent: -1, ...more });
const place = { at: 5, total: 10, page: 4 };

describe('a key in the tree', () => {
  it('never leads beyond the ends', () => {
    expect(treeMove('PageDown', { ...place, at: 8, row: row({}) })).toEqual({ type: 'go', to: 9 });
    expect(treeMove('PageUp', { ...place, at: 1, row: row({}) })).toEqual({ type: 'go', to: 0 });
    expect(treeMove('ArrowDown', { ...place, at: 0, total: 0, row: undefined })).toBeNull();
  });

  it('unfolds, enters and folds a folder', () => {
    expect(treeMove('ArrowRight', { ...place, row: row({ isFolder: true }) })).toEqual({ type: 'toggle' });
    expect(treeMove('ArrowRight', { ...place, row: row({ isFolder: true, open: true }) })).toEqual({
      type: 'go',
      to: 6,
    });
    expect(treeMove('ArrowLeft', { ...place, row: row({ isFolder: true, open: true }) })).toEqual({
      type: 'toggle',
    });
  });

  it('leads from a file to its folder, and opens it', () => {
    expect(treeMove('ArrowLeft', { ...place, row: row({ parent: 2 }) })).toEqual({ type: 'go', to: 2 });
    expect(treeMove('Enter', { ...place, row: row({}) })).toEqual({ type: 'open' });
  });
});
