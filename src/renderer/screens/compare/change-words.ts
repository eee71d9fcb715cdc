/** What differs between two images' files, in words. */
import type {
  ChangeAspect,
  ChangeTally,
  ComparedRow,
  ComparedSide,
  FileChange,
} from '../../../shared/contract/layers.js';
import { formatBytes } from '../../../shared/units.js';
import { fromTo, say } from '../../../shared/words/index.js';
import { marks, modeText } from '../image/files/file-words.js';

export const isNothing = ({ added, removed, changed }: ChangeTally): boolean =>
  [added, removed, changed].every(({ files, folders }) => files === 0 && folders === 0);

/** “12 files (+3.4 MB)”, “2 files, 1 folder (−1.2 kB)”, “5 files (4.1 MB → 4.3 MB)”; “none”. */
export function tallyPhrase(change: FileChange, tally: ChangeTally): string {
  const { files, folders } = tally[change];
  const parts = [
    files === 0 ? '' : say('compare.tally.files', { count: files }),
    folders === 0 ? '' : say('compare.tally.folders', { count: folders }),
  ].filter((part) => part !== '');
  if (parts.length === 0) return say('compare.tally.none');
  return `${parts.join(', ')} (${bytesPhrase(change, tally)})`;
}

function bytesPhrase(change: FileChange, { added, removed, changed }: ChangeTally): string {
  if (change === 'added') return `+${formatBytes(added.bytes)}`;
  if (change === 'removed') return `−${formatBytes(removed.bytes)}`;
  return fromTo(formatBytes(changed.bytesBefore), formatBytes(changed.bytesAfter));
}

const aspectPhrases: Readonly<Record<ChangeAspect, (before: ComparedSide, after: ComparedSide) => string>> = {
  kind: (before, after) => fromTo(say(`compare.kind.${before.kind}`), say(`compare.kind.${after.kind}`)),
  content: (before, after) => (before.size === after.size ? say('compare.aspect.content') : ''),
  target: (before, after) =>
    say('compare.aspect.target', { before: before.target ?? '', after: after.target ?? '' }),
  mode: (before, after) => fromTo(modeText(before), modeText(after)),
  owner: (before, after) => fromTo(`${before.uid}:${before.gid}`, `${after.uid}:${after.gid}`),
};

/** What of a changed entry differs, its size aside: “other content”, “-rw-r--r-- → -rwxr-xr-x”. */
export function aspectsPhrase({ aspects, before, after }: ComparedRow): string {
  if (!before || !after) return '';
  return aspects
    .map((aspect) => aspectPhrases[aspect](before, after))
    .filter((phrase) => phrase !== '')
    .join(', ');
}

/** “1.2 kB → 3.4 kB”, “+12 MB”, “−3 kB”; of a folder, what comes to in it. */
export function sizePhrase(row: ComparedRow): string {
  const { added, removed, changed } = row.tally;
  // A link, a device or an empty folder is about no bytes.
  if (!row.isFolder && (row.after ?? row.before)?.kind !== 'file') return '';
  if (row.isFolder) {
    const more = added.bytes + changed.bytesAfter;
    const less = removed.bytes + changed.bytesBefore;
    if (more === 0 && less === 0) return '';
    const sign = more >= less ? '+' : '−';
    return more === less ? '±0 B' : `${sign}${formatBytes(Math.abs(more - less))}`;
  }
  if (row.change === 'added') return `+${formatBytes(added.bytes)}`;
  if (row.change === 'removed') return `−${formatBytes(removed.bytes)}`;
  const isResized = row.before !== null && row.after !== null && row.before.size !== row.after.size;
  return isResized
    ? fromTo(formatBytes(changed.bytesBefore), formatBytes(changed.bytesAfter))
    : formatBytes(row.after?.size ?? 0);
}

/** A row for whoever hears it: “passwd, changed, other content, 1.2 kB”. */
export function changeTitle(row: ComparedRow): string {
  const word = row.change === 'inside' ? say('compare.row.inside') : marks[row.change].word;
  const folder = row.folder === '' ? '' : say('compare.row.folder', { folder: row.folder });
  return [row.name, folder, word, aspectsPhrase(row), sizePhrase(row)]
    .filter((part) => part !== '')
    .join(', ');
}
