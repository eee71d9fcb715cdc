/**
 * What differs between two images' files. A time alone is no change, nor is the number of names that a file has: two builds of
 * the same sources differ in those. Devices are told apart by their kind only, as indexes keep no numbers of them.
 */
import type { ChangeAspect, ChangeTally, ComparedSide } from '../../shared/contract/layers.js';
import type { Content, MergedTree, TreeNode } from './merged-tree.js';
import { displayName } from './names.js';

/** An entry that differs, or a folder in which one does. */
export type Difference = {
  readonly name: string;
  /** `inside`: a folder that is the same itself. */
  readonly change: 'added' | 'removed' | 'changed' | 'inside';
  readonly aspects: readonly ChangeAspect[];
  readonly before: ComparedSide | null;
  readonly after: ComparedSide | null;
  /** Null for what is no folder on either side. */
  readonly children: readonly Difference[] | null;
  /** Itself, and all below it. */
  readonly tally: ChangeTally;
  /** Bytes that are new, gone or others: what a list is sorted by. */
  readonly weight: number;
};

/** What differs below the root; its `children` are empty when nothing does. */
export function compareTrees(before: MergedTree, after: MergedTree): Difference {
  const children = childrenOf(before.root, after.root, newSeen());
  const { tally, weight } = sumOf(children);
  return { name: '', change: 'inside', aspects: [], before: null, after: null, children, tally, weight };
}

/** Files of several names whose bytes a sum has already: they count once in each. */
type Seen = Readonly<Record<'added' | 'removed' | 'before' | 'after', Set<Content>>>;

const newSeen = (): Seen => ({
  added: new Set(),
  removed: new Set(),
  before: new Set(),
  after: new Set(),
});

/** What a layer has removed stays in a tree, marked so. */
const present = (node: TreeNode | undefined): TreeNode | null =>
  node && node.mark !== 'removed' ? node : null;

function childrenOf(before: TreeNode | null, after: TreeNode | null, seen: Seen): readonly Difference[] {
  const found: Difference[] = [];
  for (const node of after?.children?.values() ?? []) {
    const there = present(node);
    const former = present(before?.children?.get(node.name));
    const difference = differenceOf(former, there, seen);
    if (difference) found.push(difference);
  }
  for (const node of before?.children?.values() ?? []) {
    if (after?.children?.has(node.name)) continue;
    const difference = differenceOf(present(node), null, seen);
    if (difference) found.push(difference);
  }
  return found;
}

function differenceOf(before: TreeNode | null, after: TreeNode | null, seen: Seen): Difference | null {
  const node = after ?? before;
  if (!node) return null;
  const aspects = before && after ? aspectsOf(before, after) : [];
  const children = before?.children || after?.children ? childrenOf(before, after, seen) : null;
  const change = !before ? 'added' : !after ? 'removed' : aspects.length > 0 ? 'changed' : 'inside';
  if (change === 'inside' && !children?.length) return null;
  const own = ownOf(before, after, { aspects, seen });
  const { tally, weight } = children ? sumOf([own, ...children]) : own;
  const sides = { before: before && sideOf(before), after: after && sideOf(after) };
  return { name: node.name, change, aspects, ...sides, children, tally, weight };
}

function aspectsOf(before: TreeNode, after: TreeNode): readonly ChangeAspect[] {
  if (before.kind !== after.kind) return ['kind'];
  const aspects: ChangeAspect[] = [];
  const { content: one, target: from } = before;
  const { content: other, target: to } = after;
  if (one?.size !== other?.size || one?.digest !== other?.digest) aspects.push('content');
  // A hard link's target is only the name that it was made of.
  if (after.kind === 'link' && from !== to) aspects.push('target');
  // What a link itself may be read by means nothing.
  if (after.kind !== 'link' && before.mode !== after.mode) aspects.push('mode');
  if (before.uid !== after.uid || before.gid !== after.gid) aspects.push('owner');
  return aspects;
}

type Sum = Pick<Difference, 'tally' | 'weight'>;

const bytesOf = (node: TreeNode | null, seen: Set<Content>): number => {
  if (!node?.content) return 0;
  if (node.content.names > 1) {
    if (seen.has(node.content)) return 0;
    seen.add(node.content);
  }
  return node.content.size;
};

/** What one entry adds to the sums, what is below it aside. */
function ownOf(
  before: TreeNode | null,
  after: TreeNode | null,
  { aspects, seen }: { readonly aspects: readonly ChangeAspect[]; readonly seen: Seen },
): Sum {
  const tally = emptyTally();
  const isFolder = (after ?? before)?.kind === 'folder' && (!before || before.kind === 'folder');
  const place = isFolder ? 'folders' : 'files';
  if (!before) {
    tally.added[place] = 1;
    tally.added.bytes = bytesOf(after, seen.added);
  } else if (!after) {
    tally.removed[place] = 1;
    tally.removed.bytes = bytesOf(before, seen.removed);
  } else if (aspects.length > 0) {
    tally.changed[place] = 1;
    if (aspects.includes('content') || aspects.includes('kind')) {
      tally.changed.bytesBefore = bytesOf(before, seen.before);
      tally.changed.bytesAfter = bytesOf(after, seen.after);
    }
  }
  const { added, removed, changed } = tally;
  return { tally, weight: added.bytes + removed.bytes + Math.max(changed.bytesBefore, changed.bytesAfter) };
}

type Numbers = { [K in keyof ChangeTally]: { -readonly [N in keyof ChangeTally[K]]: number } };

const emptyTally = (): Numbers => ({
  added: { files: 0, folders: 0, bytes: 0 },
  removed: { files: 0, folders: 0, bytes: 0 },
  changed: { files: 0, folders: 0, bytesBefore: 0, bytesAfter: 0 },
});

function sumOf(parts: readonly Sum[]): Sum {
  const sum = emptyTally();
  let weight = 0;
  for (const { tally, weight: own } of parts) {
    weight += own;
    for (const side of ['added', 'removed'] as const) {
      sum[side].files += tally[side].files;
      sum[side].folders += tally[side].folders;
      sum[side].bytes += tally[side].bytes;
    }
    sum.changed.files += tally.changed.files;
    sum.changed.folders += tally.changed.folders;
    sum.changed.bytesBefore += tally.changed.bytesBefore;
    sum.changed.bytesAfter += tally.changed.bytesAfter;
  }
  return { tally: sum, weight };
}

function sideOf({ kind, content, mode, uid, gid, target, layer }: TreeNode): ComparedSide {
  const shown = kind === 'link' && target !== null ? displayName(target) : null;
  return { kind, size: content?.size ?? 0, mode, uid, gid, target: shown, layer };
}
