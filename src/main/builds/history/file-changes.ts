/** Which files of an instruction are other ones than in the build before. Pure. */
import type { FilesChange } from '../../../shared/contract/history.js';
import type { FileRow, RecordedFiles } from './record.js';

/** Names told of one change, of each kind. */
const MOST_TOLD = 50;

export type FilesOf = { readonly files: RecordedFiles; readonly instruction: number };

/** @returns null when nothing that is known of differs */
export function changedFiles(before: FilesOf, after: FilesOf): FilesChange | null {
  const [was, is] = [rowsOf(before), rowsOf(after)];
  const added = [...is.values()].filter(([path]) => !was.has(path));
  const removed = [...was.values()].filter(([path]) => !is.has(path));
  const changed = [...is.values()].filter((row) => {
    const old = was.get(row[0]);
    return old !== undefined && differs(old, row);
  });
  const names = [added, removed, changed].map(telling);
  const unnamed = unnamedOf(before) === unnamedOf(after) ? 0 : 1;
  const count = names.reduce((sum, list) => sum + list.length, unnamed);
  if (count === 0) return null;
  const [addedNames = [], removedNames = [], changedNames = []] = names.map((list) =>
    list.slice(0, MOST_TOLD),
  );
  return { added: addedNames, removed: removedNames, changed: changedNames, count };
}

function rowsOf({ files, instruction }: FilesOf): ReadonlyMap<string, FileRow> {
  const mine = new Set(files.takers.flatMap((taker, at) => (taker.includes(instruction) ? [at] : [])));
  return new Map(files.rows.filter((row) => mine.has(row[5])).map((row) => [row[0], row]));
}

const unnamedOf = ({ files, instruction }: FilesOf): string =>
  files.takers
    .flatMap((taker, at) => {
      const rest = files.unnamed[at];
      return taker.includes(instruction) && rest && rest.count > 0 ? [`${rest.count} ${rest.digest}`] : [];
    })
    .join();

/** By content where both were read, else by size and time. */
function differs(was: FileRow, is: FileRow): boolean {
  const [, wasMode, wasSize, wasModified, wasDigest] = was;
  const [, isMode, isSize, isModified, isDigest] = is;
  if (wasMode !== isMode || wasSize !== isSize) return true;
  return wasDigest !== null && isDigest !== null ? wasDigest !== isDigest : wasModified !== isModified;
}

/** Paths, without the folders that are only there for what is in them. */
function telling(rows: readonly FileRow[]): readonly string[] {
  const paths = rows.map(([path]) => path);
  const parents = new Set(
    paths.flatMap((path) => path.split('/').map((_part, at, parts) => parts.slice(0, at).join('/'))),
  );
  return paths.filter((path) => !parents.has(path));
}
