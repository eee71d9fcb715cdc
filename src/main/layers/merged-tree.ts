/** The file system that a stack of layers makes, by the rules of overlay file systems, and what remains dead below it. */
import type { FileKind, FileMark } from '../../shared/contract/layers.js';
import type { KeptEntry } from './layer-file.js';

/** The bytes of a file, which several names may share. */
export type Content = {
  readonly size: number;
  readonly layer: number;
  /** The first name that it had. */
  readonly path: string;
  /** What tells it from other content of its size; '' for none. */
  readonly digest: string;
  names: number;
};

export type TreeNode = {
  readonly name: string;
  kind: FileKind;
  mode: number;
  uid: number;
  gid: number;
  modified: number;
  readonly target: string | null;
  readonly hardLink: boolean;
  readonly content: Content | null;
  layer: number;
  mark: FileMark;
  /** Whether the layers below `layer` had something of this name. */
  existed: boolean;
  /** Null for all but folders. */
  readonly children: Map<string, TreeNode> | null;
};

export type MergedTree = {
  readonly root: TreeNode;
  /** All that any layer brought, dead ones too; empty files aside. */
  readonly contents: readonly Content[];
};

/** A layer's entries. Whiteouts are about the layers below only, and so come before the rest. */
export type LayerEntries = () => Iterable<KeptEntry>;

/** Marks and what was removed are told of the last layer alone. */
export function mergeLayers(layers: readonly LayerEntries[]): MergedTree {
  const root = folderNode('', 0, 'same');
  const contents: Content[] = [];
  layers.forEach((entries, layer) => {
    const step = createStep({ root, contents, layer, last: layer === layers.length - 1 });
    for (const entry of entries()) {
      if (entry.kind === 'whiteout') step.whiteout(entry.path);
      else if (entry.kind === 'opaque') step.opaque(entry.path);
      else step.put(entry, entry.kind);
    }
    step.end();
  });
  return { root, contents };
}

/** Follows no links: a path inside a layer names what stands there. */
export function findNode(root: TreeNode, path: string): TreeNode | undefined {
  if (path === '') return root;
  let node: TreeNode | undefined = root;
  for (const part of path.split('/')) node = node?.children?.get(part);
  return node;
}

function folderNode(name: string, layer: number, mark: FileMark): TreeNode {
  return {
    name,
    kind: 'folder',
    mode: 0o755,
    uid: 0,
    gid: 0,
    modified: 0,
    target: null,
    hardLink: false,
    content: null,
    layer,
    mark,
    existed: false,
    children: new Map(),
  };
}

type StepParts = {
  readonly root: TreeNode;
  readonly contents: Content[];
  readonly layer: number;
  readonly last: boolean;
};

function createStep({ root, contents, layer, last }: StepParts) {
  /** Where the last entry was put: the next one mostly stands beside it. */
  let near: { readonly folder: string; readonly node: TreeNode } | null = null;
  /** Hard links that came before what they name. */
  let early: KeptEntry[] = [];

  const existedBefore = (node: TreeNode | undefined): boolean =>
    node !== undefined && (node.layer < layer || node.existed);

  const markFor = (existed: boolean): FileMark => (last ? (existed ? 'changed' : 'added') : 'same');

  /** The names below `node` end; what was removed stays visible in the last layer. */
  const remove = (node: TreeNode): void => {
    if (node.mark === 'removed') return;
    if (node.content) node.content.names--;
    for (const child of node.children?.values() ?? []) remove(child);
    if (last) node.mark = 'removed';
  };

  const place = (parent: TreeNode, node: TreeNode): TreeNode => {
    const before = parent.children?.get(node.name);
    if (before) {
      remove(before);
      near = null;
    }
    node.existed = existedBefore(before);
    node.mark = markFor(node.existed);
    parent.children?.set(node.name, node);
    return node;
  };

  /** The folder at `name`: as it is, else made. One that was removed comes back, its former entries remain removed. */
  const folderIn = (parent: TreeNode, name: string): TreeNode => {
    const found = parent.children?.get(name);
    if (found?.kind !== 'folder') return place(parent, folderNode(name, layer, 'same'));
    if (found.mark === 'removed') {
      found.existed = true;
      found.layer = layer;
      found.mark = 'changed';
    }
    return found;
  };

  const folderAt = (path: string): TreeNode => {
    if (path === '') return root;
    if (near?.folder === path) return near.node;
    let node = root;
    for (const part of path.split('/')) node = folderIn(node, part);
    near = { folder: path, node };
    return node;
  };

  const setFolder = (folder: TreeNode, { mode, uid, gid, modified }: KeptEntry): void => {
    const differs = folder.mode !== mode || folder.uid !== uid || folder.gid !== gid;
    if (differs && folder.layer < layer && folder !== root) {
      folder.existed = true;
      folder.layer = layer;
      if (last) folder.mark = 'changed';
    }
    folder.mode = mode;
    folder.uid = uid;
    folder.gid = gid;
    folder.modified = modified;
  };

  const contentOf = ({ path, size, digest }: KeptEntry): Content => {
    const content = { size, layer, path, digest, names: 1 };
    if (size > 0) contents.push(content);
    return content;
  };

  /** Written out, not spread: an image has a hundred thousand of them, and each is made many times faster so. */
  const nodeOf = (
    { name, mode, uid, gid, modified }: KeptEntry,
    kind: FileKind,
    { target, hardLink, content }: Pick<TreeNode, 'target' | 'hardLink' | 'content'>,
  ): TreeNode => ({
    name,
    kind,
    mode,
    uid,
    gid,
    modified,
    target,
    hardLink,
    content,
    layer,
    mark: 'same',
    existed: false,
    children: null,
  });

  const link = (parent: TreeNode, entry: KeptEntry): void => {
    const other = findNode(root, entry.target);
    if (!other || other.mark === 'removed') return void early.push(entry);
    if (other.kind === 'folder' || entry.target === entry.path) return;
    // Counted before the former holder of this name is removed: it may be the same file.
    if (other.content) other.content.names++;
    const target = other.kind === 'link' ? other.target : entry.target;
    place(parent, nodeOf(entry, other.kind, { target, hardLink: true, content: other.content }));
  };

  const put = (entry: KeptEntry, kind: Exclude<KeptEntry['kind'], 'whiteout' | 'opaque'>): void => {
    if (entry.path === '') return setFolder(root, entry);
    const parent = folderAt(entry.folder);
    if (kind === 'folder') return setFolder(folderIn(parent, entry.name), entry);
    if (kind === 'hard') return link(parent, entry);
    const target = kind === 'link' ? entry.target : null;
    const content = kind === 'file' ? contentOf(entry) : null;
    place(parent, nodeOf(entry, kind, { target, hardLink: false, content }));
  };

  return {
    whiteout(path: string): void {
      const slash = path.lastIndexOf('/');
      const parent = findNode(root, path.slice(0, Math.max(0, slash)));
      const found = parent?.children?.get(path.slice(slash + 1));
      if (!found) return;
      remove(found);
      if (!last) parent?.children?.delete(found.name);
    },
    opaque(path: string): void {
      const folder = findNode(root, path);
      for (const child of folder?.children?.values() ?? []) remove(child);
      if (!last) folder?.children?.clear();
    },
    put,
    /** What waited for the rest of the layer. What names nothing that is there is left out. */
    end(): void {
      for (let before = Infinity; early.length > 0 && early.length < before;) {
        before = early.length;
        const waiting = early;
        early = [];
        for (const entry of waiting) put(entry, 'hard');
      }
    },
  };
}
