/** Where a key leads in a tree whose rows are known in part. Pure. */

export type TreeRow = {
  readonly isFolder: boolean;
  /** Whether its entries follow. */
  readonly open: boolean;
  /** Which row is the folder that it stands in; -1 for none. */
  readonly parent: number;
};

export type TreeMove =
  | { readonly type: 'go'; readonly to: number }
  | { readonly type: 'toggle' }
  | { readonly type: 'open' }
  | null;

type Place = {
  /** Undefined while it is on its way. */
  readonly row: TreeRow | undefined;
  readonly at: number;
  readonly total: number;
  /** How many rows are in view. */
  readonly page: number;
};

/** What `key` means while the row at `at` is the active one. */
export function treeMove(key: string, { row, at, total, page }: Place): TreeMove {
  if (total === 0) return null;
  const go = (to: number): TreeMove => ({ type: 'go', to: Math.max(0, Math.min(total - 1, to)) });
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
      return go(total - 1);
    case 'Enter':
      return row?.isFolder ? { type: 'toggle' } : row ? { type: 'open' } : null;
    case ' ':
      return row?.isFolder ? { type: 'toggle' } : null;
    case 'ArrowRight':
      if (!row?.isFolder) return null;
      return row.open ? go(at + 1) : { type: 'toggle' };
    case 'ArrowLeft':
      if (row?.open) return { type: 'toggle' };
      return row && row.parent >= 0 ? go(row.parent) : null;
    default:
      return null;
  }
}
