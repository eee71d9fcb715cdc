/** Which files of an image are looked into for secrets, and how closely. Pure. */

/** Larger ones are data or programs. */
export const MOST_BYTES = 64 * 1024;

/** Documentation shows keys that open nothing, and what comes with a package was published with it. */
const SKIPPED =
  /(?:^|\/)(?:usr\/share\/(?:doc|man|info|mime|locale|perl5?|python3?|zoneinfo|ca-certificates)|(?:[\w.-]+\/)*lib\/python[\d.]*|node_modules|site-packages|dist-packages|vendor\/bundle|\.git\/objects)\/|(?:^|\/)(?:README|CHANGELOG|CHANGES|LICENSE|NEWS)[^/]*$|\.(?:md|rst|html?|po|pot|map|svg|css|[1-8])$/i;

/** Programs: a token is one in them, too, but an assignment is mostly none. */
const PROGRAM =
  /\.(?:c|cc|cpp|cs|el|erl|ex|go|h|hpp|java|js|jsx|kt|lua|m|mjs|cjs|php|pl|pm|py|r|rb|rs|scala|swift|ts|tsx|vim|xml|xsd|xsl)$/i;

export type FileLook = 'no' | 'forms' | 'all';

/** `forms`: only what has the form of a known secret. `all`: assignments as well. */
export function lookOf(path: string, size: number): FileLook {
  if (size === 0 || size > MOST_BYTES || SKIPPED.test(path)) return 'no';
  return PROGRAM.test(path) ? 'forms' : 'all';
}
