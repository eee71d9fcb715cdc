import { describe, expect, it } from 'vitest';
import type { ContextNode, ContextPage } from '../../../../shared/contract/context.js';
import { treeMove, treeRows, type TreeRow } from './tree-rows.js';

const none = { files: 0, bytes: 0 };
const node = (path: string, hasChildren = false): ContextNode => ({
  name: path.split('/').at(-1) ?? '',
  path,
  kind: hasChildren ? 'folder' : 'file',
  target: null,
  sent: none,
  left: none,
  ignoredBy: null,
  onlyForEngine: false,
  hasChildren,
});
const page = (total: number, ...nodes: ContextNode[]): ContextPage => ({ nodes, total });
const pages = new Map([
  ['', page(2, node('src', true), node('a'))],
  ['src', page(5, node('src/x'), node('src/y'))],
]);
const told = (rows: readonly TreeRow[]) =>
  rows.map(
    (row) => `${row.level} ${row.position}/${row.count} ${row.kind === 'node' ? row.node.path : row.missing}`,
  );

describe('the rows of a tree', () => {
  it('stand below the folder that is unfolded, with what is still to be asked for', () => {
    expect(told(treeRows(pages, () => false))).toEqual(['1 1/2 src', '1 2/2 a']);
    expect(told(treeRows(pages, (path) => path === 'src'))).toEqual([
      '1 1/2 src',
      '2 1/3 src/x',
      '2 2/3 src/y',
      '2 3/3 3',
      '1 2/2 a',
    ]);
  });

  it('are walked by the arrow keys as trees are', () => {
    const folded = treeRows(pages, () => false);
    const rows = treeRows(pages, (path) => path === 'src');
    expect(treeMove(folded, 0, 'ArrowRight', 5)).toEqual({ type: 'toggle' });
    expect(treeMove(rows, 0, 'ArrowRight', 5)).toEqual({ type: 'go', to: 1 });
    expect(treeMove(rows, 2, 'ArrowLeft', 5)).toEqual({ type: 'go', to: 0 });
    expect(treeMove(rows, 0, 'ArrowLeft', 5)).toEqual({ type: 'toggle' });
    expect(treeMove(rows, 1, 'Enter', 5)).toBeNull();
    expect(treeMove(rows, 3, 'Enter', 5)).toEqual({ type: 'toggle' });
    expect(treeMove(rows, 4, 'ArrowDown', 5)).toEqual({ type: 'go', to: 4 });
    expect(treeMove(rows, 1, 'PageUp', 5)).toEqual({ type: 'go', to: 0 });
    expect(treeMove(rows, 1, 'End', 5)).toEqual({ type: 'go', to: 4 });
    expect(treeMove(rows, 1, 'a', 5)).toBeNull();
    expect(treeMove([], 0, 'ArrowDown', 5)).toBeNull();
  });
});
