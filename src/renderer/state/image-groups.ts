/** Rows below the repositories that their names are of. Pure. */
import { say } from '../../shared/words/index.js';
import type { ImageRow } from './image-rows.js';

export type Group = {
  readonly kind: 'repository';
  /** Stable, and no row's key. */
  readonly key: string;
  readonly prefix: string;
  readonly repository: string;
  readonly rows: readonly ImageRow[];
  readonly isOpen: boolean;
};

/** What one line of the list shows. */
export type Entry = Group | { readonly kind: 'image'; readonly key: string; readonly row: ImageRow };

export const asEntry = (row: ImageRow): Entry => ({ kind: 'image', key: row.key, row });

export const groupName = ({ prefix, repository }: Pick<Group, 'prefix' | 'repository'>): string =>
  prefix + repository;

/**
 * A repository stands where the first of its rows stood, and its rows keep their order below it.
 * @param folded keys of the groups whose rows are not shown
 */
export function groupRows(rows: readonly ImageRow[], folded: Folded): readonly Entry[] {
  const byName = new Map<string, ImageRow[]>();
  for (const row of rows) {
    const name = groupName(row);
    const own = byName.get(name);
    if (own) own.push(row);
    else byName.set(name, [row]);
  }
  return [...byName].flatMap(([name, own]): readonly Entry[] => {
    // A slash can't begin an id.
    const key = `/${name}`;
    const isOpen = !folded.has(key);
    const { prefix = '', repository = '' } = own[0] ?? {};
    const group: Group = { kind: 'repository', key, prefix, repository, rows: own, isOpen };
    return isOpen ? [group, ...own.map(asEntry)] : [group];
  });
}

export type Folded = ReadonlySet<string>;
export const nothingFolded: Folded = new Set();

/** With the group of this key folded away, or not. */
export function withFold(folded: Folded, key: string, isFolded: boolean): Folded {
  const next = new Set(folded);
  if (isFolded) next.add(key);
  else next.delete(key);
  return next;
}

/** “12 tags of 3 images”. */
export function groupPhrase({ rows }: Pick<Group, 'rows'>): string {
  const images = new Set(rows.map(({ image }) => image.id)).size;
  const counts = { rows: rows.length, images };
  if (rows.every(({ image }) => image.references.length === 0)) return say('state.group.images', counts);
  return images === rows.length ? say('state.group.tags', counts) : say('state.group.tagsOf', counts);
}
