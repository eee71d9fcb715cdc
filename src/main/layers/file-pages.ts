/** A merged tree as rows of a screen: folders with their sums, sorted, filtered, a window at a time. */
import type { FilePage, FileRow } from '../../shared/contract/layers.js';
import { findNode, type Content, type MergedTree, type TreeNode } from './merged-tree.js';
import { displayName } from './names.js';

export type PageQuestion = {
  readonly root: string;
  readonly open: readonly string[];
  readonly filter: string;
  readonly sort: 'name' | 'size' | 'modified';
  readonly window: { readonly start: number; readonly count: number };
};

type Order = (one: Found, other: Found) => number;
type Sum = { readonly size: number; readonly children: number };
type Found = {
  readonly path: string;
  readonly node: TreeNode;
  readonly depth: number;
  readonly parent: number;
  readonly open: boolean;
};

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
  const shownIn = (folder: TreeNode, path: string): Found[] => {
    const found: Found[] = [];
    for (const node of folder.children?.values() ?? [])
      if (isShown(node)) {
        const own = path === '' ? node.name : `${path}/${node.name}`;
        found.push({ path: own, node, depth: 0, parent: -1, open: false });
      }
    return found;
  };
  /** The folder's entries in order, each open folder's behind it. */
  const unfolded = (
    folder: TreeNode,
    path: string,
    { order, open }: { readonly order: Order; readonly open: ReadonlySet<string> },
  ): Found[] => {
    const rows: Found[] = [];
    const add = (node: TreeNode, at: string, depth: number): void => {
      const parent = rows.length - 1;
      for (const found of shownIn(node, at).sort(order)) {
        const isOpen = found.node.children !== null && open.has(found.path);
        rows.push({ ...found, depth, parent, open: isOpen });
        if (isOpen) add(found.node, found.path, depth + 1);
      }
    };
    add(folder, path, 0);
    return rows;
  };
  const below = (folder: TreeNode, path: string, wanted: string): Found[] => {
    const found: Found[] = [];
    const left: Pick<Found, 'path' | 'node'>[] = [{ path, node: folder }];
    for (let next = left.pop(); next; next = left.pop())
      for (const child of shownIn(next.node, next.path)) {
        if (child.node.name.toLowerCase().includes(wanted)) found.push(child);
        if (child.node.children) left.push(child);
      }
    return found;
  };
  const orders: Readonly<Record<PageQuestion['sort'], Order>> = {
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
          ? unfolded(node, from, { order, open: new Set(open) })
          : below(node, from, filter.toLowerCase()).sort(order);
      kept = { key, found };
    }
    const rows = kept.found
      .slice(window.start, window.start + window.count)
      .map((found) => rowOf(found, filter !== ''));
    return { total: kept.found.length, rows };
  };
}

const byPath = (one: Found, other: Found): number =>
  one.path < other.path ? -1 : Number(one.path > other.path);

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
