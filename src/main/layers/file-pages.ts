/** A merged tree as rows of a screen: folders with their sums, sorted, filtered, a window at a time. */
import type { FilePage, FileRow } from '../../shared/contract/layers.js';
import { findNode, type Content, type MergedTree, type TreeNode } from './merged-tree.js';
import { displayName } from './names.js';

export type PageQuestion = {
  readonly folder: string;
  readonly filter: string;
  readonly sort: 'name' | 'size' | 'modified';
  readonly window: { readonly start: number; readonly count: number };
};

type Sum = { readonly size: number; readonly children: number };
type Found = { readonly path: string; readonly node: TreeNode };

/** `only`: what the last layer touched, with the folders that lead there. The last list is kept for the next window. */
export function createFilePages(
  { root }: MergedTree,
  only: boolean,
): (question: PageQuestion) => FilePage | null {
  const sums = new Map<TreeNode, Sum>();
  const isShown = (node: TreeNode): boolean =>
    !only || node.mark !== 'same' || (sums.get(node)?.children ?? 0) > 0;
  addUp(root, sums, isShown);
  let kept: { readonly key: string; readonly found: readonly Found[] } | null = null;

  const sizeOf = (node: TreeNode): number => node.content?.size ?? sums.get(node)?.size ?? 0;
  const shownIn = (folder: TreeNode, path: string): Found[] => {
    const found: Found[] = [];
    for (const node of folder.children?.values() ?? [])
      if (isShown(node)) found.push({ path: path === '' ? node.name : `${path}/${node.name}`, node });
    return found;
  };
  const below = (folder: TreeNode, path: string, wanted: string): Found[] => {
    const found: Found[] = [];
    const open: Found[] = [{ path, node: folder }];
    for (let next = open.pop(); next; next = open.pop())
      for (const child of shownIn(next.node, next.path)) {
        if (child.node.name.toLowerCase().includes(wanted)) found.push(child);
        if (child.node.children) open.push(child);
      }
    return found;
  };
  const orders: Readonly<Record<PageQuestion['sort'], (one: Found, other: Found) => number>> = {
    name: (one, other) =>
      Number(other.node.children !== null) - Number(one.node.children !== null) || byPath(one, other),
    size: (one, other) => sizeOf(other.node) - sizeOf(one.node) || byPath(one, other),
    modified: (one, other) => other.node.modified - one.node.modified || byPath(one, other),
  };

  const rowOf = ({ path, node }: Found): FileRow => ({
    path,
    name: displayName(node.name),
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

  return ({ folder, filter, sort, window }) => {
    const node = findNode(root, folder);
    if (!node?.children) return null;
    const key = JSON.stringify([folder, filter, sort]);
    if (kept?.key !== key) {
      const found = filter === '' ? shownIn(node, folder) : below(node, folder, filter.toLowerCase());
      kept = { key, found: found.sort(orders[sort]) };
    }
    const rows = kept.found.slice(window.start, window.start + window.count).map(rowOf);
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
