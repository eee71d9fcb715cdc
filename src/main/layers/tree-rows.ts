/** Any tree as rows: what stands in open folders, or everything below a folder whose name holds a word. */

export type Placed<N> = {
  readonly path: string;
  readonly node: N;
  readonly depth: number;
  /** Which of the rows is the folder that it stands in; -1 below the root. */
  readonly parent: number;
  /** Whether its entries follow. */
  readonly open: boolean;
};

export type Order<N> = (one: Placed<N>, other: Placed<N>) => number;

type Named = { readonly name: string };

/** What of a folder's entries is to be seen; null for what is no folder. */
export type Entries<N> = (node: N) => Iterable<N> | null;

function placedIn<N extends Named>(folder: N, path: string, entries: Entries<N>): Placed<N>[] {
  const placed: Placed<N>[] = [];
  for (const node of entries(folder) ?? []) {
    const own = path === '' ? node.name : `${path}/${node.name}`;
    placed.push({ path: own, node, depth: 0, parent: -1, open: false });
  }
  return placed;
}

/** The folder's entries in order, each open folder's behind it. */
export function unfold<N extends Named>(
  folder: N,
  path: string,
  { entries, order, open }: { entries: Entries<N>; order: Order<N>; open: ReadonlySet<string> },
): Placed<N>[] {
  const rows: Placed<N>[] = [];
  const add = (node: N, at: string, depth: number): void => {
    const parent = rows.length - 1;
    for (const found of placedIn(node, at, entries).sort(order)) {
      const isOpen = open.has(found.path) && entries(found.node) !== null;
      rows.push({ ...found, depth, parent, open: isOpen });
      if (isOpen) add(found.node, found.path, depth + 1);
    }
  };
  add(folder, path, 0);
  return rows;
}

/** All below `folder` whose own name holds `word`, letter case aside; in no order. */
export function search<N extends Named>(
  folder: N,
  path: string,
  { entries, word }: { readonly entries: Entries<N>; readonly word: string },
): Placed<N>[] {
  const wanted = word.toLowerCase();
  const found: Placed<N>[] = [];
  const left: { readonly path: string; readonly node: N }[] = [{ path, node: folder }];
  for (let next = left.pop(); next; next = left.pop())
    for (const placed of placedIn(next.node, next.path, entries)) {
      if (placed.node.name.toLowerCase().includes(wanted)) found.push(placed);
      if (entries(placed.node) !== null) left.push(placed);
    }
  return found;
}

export const byPath = (one: { readonly path: string }, other: { readonly path: string }): number =>
  one.path < other.path ? -1 : Number(one.path > other.path);
