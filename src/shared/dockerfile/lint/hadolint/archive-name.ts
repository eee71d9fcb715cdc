/** Files that are archives, by their names. */

const TAR =
  /\.(?:tar(?:\.(?:gz|bz2?|xz|lzma|lz|lzo|zst|z))?|tgz|tbz2?|tb2|tz2|txz|tlz|taz|tzst|gz|bz2|xz|zst|z|lzma)$/i;

/** What ADD unpacks: a tar archive, compressed or not. */
export function isTarArchive(path: string): boolean {
  return TAR.test(path);
}

/** Of a path with the slashes of any system. */
export function fileName(path: string): string {
  return path.replace(/^.*[\\/]/, '');
}
