/** A merged tree as rows of a screen: folders with their sums, sorted, filtered, a window at a time. */
import type { FilePage, FileRow } from '../../shared/contract/layers.js';
import { findNode, type Content, type MergedTree, type TreeNode } from './merged-tree.js';
import { displayName } from './names.js';
import { byPath, search, unfold, type Order, type Placed } from './tree-rows.js';

export type PageQuestion = {
  readonly root: string;
  readonly open: readonly string[];
  readonly filter: string;
  readonly sort: 'name' | 'size' | 'modified';
  readonly window: { readonly start: number; readonly count: number };
};

type Sum = { readonly size: number; readonly children: number };
type Found = Placed<TreeNode>;

/** Null when the root that is asked about is no folder. */
export type FilePages = (question: PageQuestion) => FilePage | null;

/** `only`: what the last layer touched, with the folders that lead there. The last list is kept for the next window. */
export function createFilePages({ root }: MergedTree, only: boolean): FilePages {
  const sums = new Map<TreeNode, Sum>();
  const isShown = (node: TreeNode): boolean =>
    !only || node.mark !== 'same' || (sums.get(node)?.children ?? 0) > 0;
  addUp(root, sums, isShown);
  let kept: { readonly key: string; readonly found: readonly Found[] } | null = null;

  const sizeOf = (node: TreeNode): number => node.content?.size ?? sums.get(node)?.size ?? 0;
  const entries = ({ children }: TreeNode): Iterable<TreeNode> | null =>
    children && [...children.values()].filter(isShown);
  const orders: Readonly<Record<PageQuestion['sort'], Order<TreeNode>>> = {
    name: (one, other) =>
      Number(other.node.children !== null) - Number(one.node.children !== null) || byPath(one, other),
    size: (one, other) => sizeOf(other.node) - sizeOf(one.node) || byPath(one, other),
    modified: (one, other) => other.node.modified - one.node.modified || byPath(one, other),
  };

  const rowOf = ({ path, node, depth, parent, open }: Found, isFlat: boolean): FileRow => ({
    path,
    depth,
    parent,
    open,
    name: displayName(node.name),
    folder: isFlat ? displayName(path.slice(0, Math.max(0, path.lastIndexOf('/')))) : '',
    kind: node.kind,
    mark: node.mark,
    size: sizeOf(node),
    mode: node.mode,
    uid: node.uid,
    gid: node.gid,
    modified: node.modified,
    target: node.target === null ? null : displayName(node.target),
    hardLink: node.hardLink,
    layer: node.layer,
    children: sums.get(node)?.children ?? 0,
  });

  return ({ root: from, open, filter, sort, window }) => {
    const node = findNode(root, from);
    if (!node?.children) return null;
    const key = JSON.stringify([from, open, filter, sort]);
    if (kept?.key !== key) {
      const order = orders[sort];
      const found =
        filter === ''
          ? unfold(node, from, { entries, order, open: new Set(open) })
          : search(node, from, { entries, word: filter }).sort(order);
      kept = { key, found };
    }
    const rows = kept.found
      .slice(window.start, window.start + window.count)
      .map((found) => rowOf(found, filter !== ''));
    return { total: kept.found.length, rows };
  };
}

/** Fills `sums` from the leaves up. Answers with the files of several names below `folder`, which count once. */
function addUp(
  folder: TreeNode,
  sums: Map<TreeNode, Sum>,
  isShown: (node: TreeNode) => boolean,
): ReadonlySet<Content> {
  let size = 0;
  let children = 0;
  const several = new Set<Content>();
  const count = (content: Content): void => {
    if (several.has(content)) return;
    several.add(content);
    size += content.size;
  };
  for (const node of folder.children?.values() ?? []) {
    const inside = node.children ? addUp(node, sums, isShown) : null;
    if (!isShown(node)) continue;
    children++;
    // What was removed adds nothing to a folder that stays.
    if (node.mark === 'removed' && folder.mark !== 'removed') continue;
    if (inside) {
      size += sums.get(node)?.size ?? 0;
      for (const content of inside) {
        if (several.has(content)) size -= content.size;
        several.add(content);
      }
    } else if (node.content && node.content.names > 1) count(node.content);
    else size += node.content?.size ?? 0;
  }
  sums.set(folder, { size, children });
  return several;
}
