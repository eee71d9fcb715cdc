/** Files that could not be read: kept under another name, so that nothing is overwritten unread. */
import { readFile, rename } from 'node:fs/promises';

/**
 * What `parse` makes of the file's text, or null when there is none. One that `parse` throws at is renamed to
 * `<file>.damaged-<ms since 1970>` first, and counts as none. @throws what reading or renaming it throws
 */
export async function readOrSetAside<T>(file: string, parse: (text: string) => T): Promise<T | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    return parse(text);
  } catch {
    await rename(file, `${file}.damaged-${Date.now()}`);
    return null;
  }
}
