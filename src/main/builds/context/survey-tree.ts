/** What a survey of a project folder keeps: a tree of small records, and the pages that a screen asks for. Pure. */
import {
  MAX_CONTEXT_PAGE,
  type ContextNode,
  type ContextPage,
  type ContextTotals,
  type IgnoreRule,
} from '../../../shared/contract/context.js';

type Common = {
  readonly name: string;
  /** Which line of the ignore file leaves it out, as an index; null for what none does. */
  readonly ignoredBy: number | null;
};

export type SurveyedFile = Common & {
  readonly kind: 'file' | 'link' | 'other';
  readonly bytes: number;
  readonly target: string | null;
  readonly onlyForEngine: boolean;
};

export type SurveyedFolder = Common & {
  readonly kind: 'folder';
  readonly sent: Sum;
  readonly left: Sum;
  /** False for a folder in which there is nothing of the context at all. */
  isSent: boolean;
  readonly children: Surveyed[];
  /** Children that there was no room to keep. */
  unkept: number;
};

export type Surveyed = SurveyedFile | SurveyedFolder;

export type Sum = { files: number; bytes: number };

const NONE: ContextTotals = { files: 0, bytes: 0 };

export const newFolder = (name: string, ignoredBy: number | null): SurveyedFolder => ({
  kind: 'folder',
  name,
  ignoredBy,
  sent: { files: 0, bytes: 0 },
  left: { files: 0, bytes: 0 },
  isSent: ignoredBy === null,
  children: [],
  unkept: 0,
});

export const isSent = (node: Surveyed): boolean =>
  node.kind === 'folder' ? node.isSent : node.ignoredBy === null || node.onlyForEngine;

export type SurveyPages = {
  /** A page of what lies in the folder at `path`; null when there is no such folder. */
  readonly page: (path: string, from: number, withIgnored: boolean) => ContextPage | null;
};

/** @param ruleAt a line of the ignore file by its index */
export function surveyPages(root: SurveyedFolder, ruleAt: (index: number) => IgnoreRule): SurveyPages {
  // A large folder is sorted once, not for each of its pages.
  const sorted = new WeakMap<SurveyedFolder, { readonly withIgnored: boolean; readonly nodes: Surveyed[] }>();
  const nodesOf = (folder: SurveyedFolder, withIgnored: boolean): Surveyed[] => {
    const known = sorted.get(folder);
    if (known?.withIgnored === withIgnored) return known.nodes;
    const nodes = folder.children
      .filter((node) => withIgnored || isSent(node))
      .sort((a, b) => weight(b, withIgnored) - weight(a, withIgnored) || byName(a, b));
    sorted.set(folder, { withIgnored, nodes });
    return nodes;
  };
  return {
    page(path, from, withIgnored) {
      const folder = find(root, path);
      if (folder === null) return null;
      const nodes = nodesOf(folder, withIgnored);
      return {
        nodes: nodes.slice(from, from + MAX_CONTEXT_PAGE).map((node) => toContextNode(node, path, ruleAt)),
        total: nodes.length + folder.unkept,
      };
    },
  };
}

function find(root: SurveyedFolder, path: string): SurveyedFolder | null {
  if (path === '') return root;
  let folder = root;
  for (const part of path.split('/')) {
    const next = folder.children.find((node) => node.name === part);
    if (next?.kind !== 'folder') return null;
    folder = next;
  }
  return folder;
}

function toContextNode(node: Surveyed, below: string, ruleAt: (index: number) => IgnoreRule): ContextNode {
  const own = node.kind === 'folder' ? NONE : { files: 1, bytes: node.bytes };
  const sent = node.kind === 'folder' ? { ...node.sent } : isSent(node) ? own : NONE;
  const left = node.kind === 'folder' ? { ...node.left } : isSent(node) ? NONE : own;
  return {
    name: node.name,
    path: below === '' ? node.name : `${below}/${node.name}`,
    kind: node.kind,
    target: node.kind === 'folder' ? null : node.target,
    sent,
    left,
    ignoredBy: node.ignoredBy === null ? null : ruleAt(node.ignoredBy),
    onlyForEngine: node.kind !== 'folder' && node.onlyForEngine,
    hasChildren: node.kind === 'folder' && node.children.length > 0,
  };
}

function weight(node: Surveyed, withIgnored: boolean): number {
  if (node.kind !== 'folder') return node.bytes;
  return node.sent.bytes + (withIgnored ? node.left.bytes : 0);
}

const byName = (a: Surveyed, b: Surveyed): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
