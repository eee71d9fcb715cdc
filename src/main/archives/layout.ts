/** Folders that are OCI layouts (OCI image-spec image-layout.md), known by the file that says so. */
import { lstat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** What a person who looks for an archive may choose in such a folder. */
const MARKS: readonly string[] = ['oci-layout', 'index.json'];

/** The folder, when `path` is one or one of its own files; else null. */
export async function layoutFolder(path: string): Promise<string | null> {
  const folder = MARKS.includes(basename(path)) ? dirname(path) : path;
  const isThere = await Promise.all(MARKS.map((name) => isFile(join(folder, name))));
  return isThere.every(Boolean) ? folder : null;
}

const isFile = async (path: string): Promise<boolean> =>
  (await lstat(path).catch(() => null))?.isFile() ?? false;
