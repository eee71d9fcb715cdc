/** The rows of the tree of files, as they stand one below another, and where the arrow keys lead among them. Pure. */
import type { ContextNode, ContextPage } from '../../../../shared/contract/context.js';

export type TreeRow = {
  /** Stable: keys the row on screen. */
  readonly key: string;
  /** From 1. */
  readonly level: number;
  /** From 1, among those of the same folder. */
  readonly position: number;
  /** How many there are in the folder. */
  readonly count: number;
} & (
  | { readonly kind: 'node'; readonly node: ContextNode; readonly isOpen: boolean }
  /** Stands for those of a folder that weren't asked for yet. */
  | { readonly kind: 'more'; readonly folder: string; readonly missing: number }
);

/** @param pages what was asked for, by folder; empty for the project itself */
export function treeRows(
  pages: ReadonlyMap<string, ContextPage>,
  isOpen: (path: string) => boolean,
): readonly TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (folder: string, level: number): void => {
    const page = pages.get(folder);
    if (!page) return;
    const missing = page.total - page.nodes.length;
    const count = page.nodes.length + (missing > 0 ? 1 : 0);
    for (const [at, node] of page.nodes.entries()) {
      const open = node.hasChildren && isOpen(node.path);
      rows.push({ kind: 'node', key: node.path, level, position: at + 1, count, node, isOpen: open });
      if (open) add(node.path, level + 1);
    }
    if (missing > 0)
      rows.push({ kind: 'more', key: `${folder}//`, level, position: count, count, folder, missing });
  };
  add('', 1);
  return rows;
}

export type TreeMove = { readonly type: 'go'; readonly to: number } | { readonly type: 'toggle' } | null;

/** What a key means while row `at` is the active one. `page` is how many rows are in view. */
export function treeMove(rows: readonly TreeRow[], at: number, key: string, page: number): TreeMove {
  const row = rows[at];
  if (!row) return null;
  const go = (to: number): TreeMove => ({ type: 'go', to: Math.max(0, Math.min(rows.length - 1, to)) });
  switch (key) {
    case 'ArrowDown':
      return go(at + 1);
    case 'ArrowUp':
      return go(at - 1);
    case 'PageDown':
      return go(at + page);
    case 'PageUp':
      return go(at - page);
    case 'Home':
      return go(0);
    case 'End':
      return go(rows.length - 1);
    case 'Enter':
    case ' ':
      return row.kind === 'more' || row.node.hasChildren ? { type: 'toggle' } : null;
    case 'ArrowRight':
      if (row.kind === 'more' || !row.node.hasChildren) return null;
      return row.isOpen ? go(at + 1) : { type: 'toggle' };
    case 'ArrowLeft': {
      if (row.kind === 'node' && row.isOpen) return { type: 'toggle' };
      const parent = rows.findLastIndex((other, index) => index < at && other.level < row.level);
      return parent < 0 ? null : go(parent);
    }
    default:
      return null;
  }
}
