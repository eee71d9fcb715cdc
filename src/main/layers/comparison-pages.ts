/** What differs between two images as rows of a screen: sorted, filtered, a window at a time. */
import type { ComparedRow, FileChange, Comparison } from '../../shared/contract/layers.js';
import type { Difference } from './comparison.js';
import { displayName } from './names.js';
import { byPath, search, unfold, type Order, type Placed } from './tree-rows.js';

export type ComparisonQuestion = {
  readonly open: readonly string[];
  readonly filter: string;
  readonly changes: readonly FileChange[];
  readonly sort: 'name' | 'size';
  readonly window: { readonly start: number; readonly count: number };
};

/** Keeps the last list, for the next window of it. */
export function createComparisonPages(root: Difference): (question: ComparisonQuestion) => Comparison {
  let kept: { readonly key: string; readonly found: readonly Placed<Difference>[] } | null = null;
  return ({ open, filter, changes, sort, window }) => {
    const key = JSON.stringify([open, filter, changes, sort]);
    if (kept?.key !== key) {
      const entries = ({ children }: Difference): Iterable<Difference> | null =>
        children?.filter(({ tally }) => changes.some((one) => countOf(tally[one]) > 0)) ?? null;
      const order = orders[sort];
      const found =
        filter === ''
          ? unfold(root, '', { entries, order, open: new Set(open) })
          : search(root, '', { entries, word: filter })
              .filter(({ node }) => node.change !== 'inside' && changes.includes(node.change))
              .sort(order);
      kept = { key, found };
    }
    const rows = kept.found
      .slice(window.start, window.start + window.count)
      .map((found) => rowOf(found, filter !== ''));
    return { tally: root.tally, total: kept.found.length, rows };
  };
}

const countOf = ({ files, folders }: { readonly files: number; readonly folders: number }): number =>
  files + folders;

const orders: Readonly<Record<ComparisonQuestion['sort'], Order<Difference>>> = {
  name: (one, other) =>
    Number(other.node.children !== null) - Number(one.node.children !== null) || byPath(one, other),
  size: (one, other) => other.node.weight - one.node.weight || byPath(one, other),
};

function rowOf({ path, node, depth, parent, open }: Placed<Difference>, isFlat: boolean): ComparedRow {
  const { name, change, aspects, before, after, children, tally } = node;
  return {
    path,
    depth,
    parent,
    open,
    name: displayName(name),
    folder: isFlat ? displayName(path.slice(0, Math.max(0, path.lastIndexOf('/')))) : '',
    change,
    aspects,
    before,
    after,
    isFolder: children !== null,
    tally,
  };
}
