import { describe, expect, it } from 'vitest';
import type { FileRow } from '../../../../shared/contract/layers.js';
import { treeMove } from './tree-keys.js';

const row = (more: Partial<FileRow>): FileRow => ({
  path: 'a',
  depth: 0,
  parent: -1,
  open: false,
  name: 'a',
  folder: '',
  kind: 'file',
  mark: 'same',
  size: 0,
  mode: 0,
  uid: 0,
  gid: 0,
  modified: 0,
  target: null,
  hardLink: false,
  layer: 0,
  children: 0,
  ...more,
});
const place = { at: 5, total: 10, page: 4 };

describe('a key in the tree of files', () => {
  it('never leads beyond the ends', () => {
    expect(treeMove('PageDown', { ...place, at: 8, row: row({}) })).toEqual({ type: 'go', to: 9 });
    expect(treeMove('PageUp', { ...place, at: 1, row: row({}) })).toEqual({ type: 'go', to: 0 });
    expect(treeMove('ArrowDown', { ...place, at: 0, total: 0, row: undefined })).toBeNull();
  });

  it('unfolds, enters and folds a folder', () => {
    expect(treeMove('ArrowRight', { ...place, row: row({ kind: 'folder' }) })).toEqual({ type: 'toggle' });
    expect(treeMove('ArrowRight', { ...place, row: row({ kind: 'folder', open: true }) })).toEqual({
      type: 'go',
      to: 6,
    });
    expect(treeMove('ArrowLeft', { ...place, row: row({ kind: 'folder', open: true }) })).toEqual({
      type: 'toggle',
    });
  });

  it('leads from a file to its folder, and opens it', () => {
    expect(treeMove('ArrowLeft', { ...place, row: row({ parent: 2 }) })).toEqual({ type: 'go', to: 2 });
    expect(treeMove('Enter', { ...place, row: row({}) })).toEqual({ type: 'open' });
  });
});
