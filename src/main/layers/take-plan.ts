/** What saving an entry of a tree comes to: folders to make, files to write, links that lead nowhere outside. Pure. */
import type { SkippedEntry } from '../../shared/contract/layers.js';
import type { Content, TreeNode } from './merged-tree.js';
import { displayName } from './names.js';

export type PlannedEntry = {
  /** Below what is saved, parts as the layer names them; empty: itself. */
  readonly parts: readonly string[];
  readonly mode: number;
  readonly modified: number;
} & (
  | { readonly kind: 'folder' }
  | { readonly kind: 'file'; readonly content: Content }
  | { readonly kind: 'link'; readonly target: string }
);

export type TakePlan = {
  /** A folder comes before what is in it. */
  readonly entries: readonly PlannedEntry[];
  readonly skipped: readonly SkippedEntry[];
};

/** `only`: what the last layer touched. What was removed is taken only when it is asked for by itself. */
export function planTaking(root: TreeNode, only: boolean): TakePlan {
  const entries: PlannedEntry[] = [];
  const skipped: SkippedEntry[] = [];
  const isTaken = (node: TreeNode): boolean =>
    node.mark !== 'removed' && (!only || node.mark !== 'same' || hasTaken(node));
  const hasTaken = (node: TreeNode): boolean => [...(node.children?.values() ?? [])].some(isTaken);
  const skip = (parts: readonly string[], why: SkippedEntry['why']): void =>
    void skipped.push({ name: displayName(parts.join('/')), why });

  const add = (node: TreeNode, parts: readonly string[]): void => {
    const { mode, modified } = node;
    if (node.children) {
      entries.push({ kind: 'folder', parts, mode, modified });
      for (const child of node.children.values()) if (isTaken(child)) add(child, [...parts, child.name]);
    } else if (node.kind === 'file' && node.content) {
      entries.push({ kind: 'file', parts, mode, modified, content: node.content });
    } else if (node.kind === 'link') {
      const target = node.target ?? '';
      if (staysInside(parts, target)) entries.push({ kind: 'link', parts, mode, modified, target });
      else skip(parts, 'leads-out');
    } else skip(parts, 'no-file');
  };
  add(root, []);
  return { entries, skipped };
}

/**
 * Whether a link at `parts` leads to something that is saved with it, whatever the other links do: it climbs first, from
 * real folders, and never again behind a name that may be a link itself.
 */
export function staysInside(parts: readonly string[], target: string): boolean {
  if (target === '' || target.startsWith('/') || /[\\:\0]/.test(target)) return false;
  const steps = target.split('/').filter((step) => step !== '' && step !== '.');
  const climbs = steps.findIndex((step) => step !== '..');
  const ups = climbs < 0 ? steps.length : climbs;
  return ups <= parts.length - 1 && !steps.slice(ups).includes('..');
}
