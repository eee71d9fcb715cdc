/** Names of files that are taken for archives when they are dropped, or opened with Strata. Pure. */
const ARCHIVE = /\.(tar|tgz|txz|tbz2?|tar\.(gz|xz|bz2|zst))$/i;

export const isArchiveName = (name: string): boolean => ARCHIVE.test(name);
