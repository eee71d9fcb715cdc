/** Lists that come in pages: `n`, `last` and the Link header (distribution-spec, listing tags; RFC 8288). */
import { z } from 'zod';
import { parseJson } from './body.js';

/** 20,000 names of the greatest length, and then some. */
export const MAX_PAGE = 16 * 1024 * 1024;
const MOST_NAMES = 100_000;

const names = z.array(z.string()).max(MOST_NAMES);
const listing = z.object({ repositories: names.nullish(), tags: names.nullish() });

/** Null where the bytes are no list. */
export function parseNames(bytes: Buffer, kind: 'repositories' | 'tags'): readonly string[] | null {
  const { data } = listing.safeParse(parseJson(bytes));
  return data === undefined ? null : (data[kind] ?? []);
}

/**
 * The path of the page after, out of a Link header. Null when there is none, or when it leads anywhere but to the same list:
 * a registry says where to go on, not what to ask with the user's login.
 */
export function nextPath(lines: readonly string[], url: URL): string | null {
  for (const link of lines.join(',').split(/,(?=\s*<)/)) {
    const [, target, parameters = ''] = /^\s*<([^<>]*)>(.*)$/s.exec(link) ?? [];
    if (target === undefined || !/;\s*rel\s*=\s*"?next"?\s*(;|$)/i.test(parameters)) continue;
    if (!URL.canParse(target, url)) return null;
    const next = new URL(target, url);
    const isSameList = next.host === url.host && next.pathname === url.pathname && next.search !== url.search;
    return isSameList ? `${next.pathname}${next.search}` : null;
  }
  return null;
}

/** The path to ask: that of the first page, or the one that the page before gave. */
export function pathOfPage(
  list: string,
  { size, after }: { readonly size?: number; readonly after?: string },
): string {
  // What came back from outside is held to the list that it belongs to.
  if (after?.startsWith(`${list}?`) === true) return after;
  return size === undefined ? list : `${list}?n=${size}`;
}
