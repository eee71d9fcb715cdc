/** What the command palette offers, and in which order for what was typed. Pure. */
import { actionWords, type ActionId } from '../../../shared/actions.js';
import { alsoFoundBy, say } from '../../../shared/words/index.js';
import type { ImageRow } from '../../state/image-rows.js';
import { fuzzyMatch } from './fuzzy.js';

export type PaletteEntry = {
  /** Stable over restarts: `action:pull`, `image:alpine:3.20`. */
  readonly key: string;
  readonly words: string;
  /** Also found by this, which isn't shown. */
  readonly also: string;
} & (
  | { readonly kind: 'action'; readonly action: ActionId }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'image'; readonly image: string }
);

/** An entry, with the places in its words that answer what was typed. */
export type FoundEntry = { readonly entry: PaletteEntry; readonly at: readonly number[] };

export const actionEntry = (action: ActionId): PaletteEntry => {
  const { words, also } = actionWords(action);
  return { kind: 'action', key: `action:${action}`, words, also, action };
};

export const folderEntry = (folder: string): PaletteEntry => ({
  kind: 'folder',
  key: `folder:${folder}`,
  words: say('app.palette.build', { folder }),
  also: alsoFoundBy('app.palette.build.verb', 'app.palette.build.also'),
  folder,
});

export const imageEntry = ({ target, name }: Pick<ImageRow, 'target' | 'name'>): PaletteEntry => ({
  kind: 'image',
  key: `image:${target}`,
  words: name,
  also: '',
  image: target,
});

/** Worth about as much as standing at the beginning of a word: what is used often comes first among alike. */
const RECENT = 60;
/** A match on what isn't shown counts less than any on what is. */
const ALSO = -80;

/**
 * The entries that answer `query`, best first; without one, what was used last first and the rest as it comes.
 * `recent` are keys, newest first.
 */
export function findEntries(
  entries: readonly PaletteEntry[],
  query: string,
  recent: readonly string[],
): readonly FoundEntry[] {
  const age = new Map(recent.map((key, index) => [key, index]));
  const found = entries.flatMap((entry) => {
    const match = matchOf(entry, query);
    if (match === null) return [];
    const used = age.get(entry.key);
    const score = match.score + (used === undefined ? 0 : RECENT - used);
    return [{ entry, at: match.at, score }];
  });
  // A stable sort: among equals, the order in which they were given stays.
  return found.sort((a, b) => b.score - a.score || (query === '' ? 0 : byLength(a.entry, b.entry)));
}

function matchOf(entry: PaletteEntry, query: string): { score: number; at: readonly number[] } | null {
  const match = fuzzyMatch(entry.words, query);
  if (match !== null || entry.also === '') return match;
  const hidden = fuzzyMatch(`${entry.words} ${entry.also}`, query);
  return hidden && { score: hidden.score + ALSO, at: hidden.at.filter((at) => at < entry.words.length) };
}

const byLength = (a: PaletteEntry, b: PaletteEntry): number => a.words.length - b.words.length;

const MAX_RECENT = 20;

/** The keys of what was used, newest first, after `key` was. */
export const withRecent = (recent: readonly string[], key: string): string[] =>
  [key, ...recent.filter((other) => other !== key)].slice(0, MAX_RECENT);
