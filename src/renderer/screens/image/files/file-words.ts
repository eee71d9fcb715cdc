/** What a file in a layer is, in a few characters and in words. Pure. */
import type {
  Efficiency,
  FileContent,
  FileMark,
  FileRow,
  LayersProgress,
  SkippedEntry,
  TakenFiles,
} from '../../../../shared/contract/layers.js';
import { formatBytes } from '../../../../shared/units.js';

const number = new Intl.NumberFormat('en');

/** “1 file”, “1,204 files” */
export const countPhrase = (count: number, one: string, many: string): string =>
  `${number.format(count)} ${count === 1 ? one : many}`;

export const marks: Readonly<Record<FileMark, { readonly sign: string; readonly word: string }>> = {
  added: { sign: '+', word: 'added' },
  changed: { sign: '~', word: 'changed' },
  removed: { sign: '−', word: 'removed' },
  same: { sign: '', word: '' },
};

const KIND_LETTERS: Readonly<Record<FileRow['kind'], string>> = {
  file: '-',
  folder: 'd',
  link: 'l',
  device: 'c',
  pipe: 'p',
};

/** As `ls -l` writes it: `-rwsr-xr-x`. */
export function modeText({ kind, mode }: Pick<FileRow, 'kind' | 'mode'>): string {
  const triple = (shift: number, special: boolean, letter: string): string => {
    const bits = mode >> shift;
    const x = (bits & 1) !== 0;
    const last = special ? (x ? letter : letter.toUpperCase()) : x ? 'x' : '-';
    return `${(bits & 4) !== 0 ? 'r' : '-'}${(bits & 2) !== 0 ? 'w' : '-'}${last}`;
  };
  const special = (bit: number): boolean => (mode & bit) !== 0;
  return `${KIND_LETTERS[kind]}${triple(6, special(0o4000), 's')}${triple(3, special(0o2000), 's')}${triple(0, special(0o1000), 't')}`;
}

/** Where a link leads: “→ ../lib”, “= usr/bin/perl” for another name of the same file; '' for none. */
export function targetPhrase({ target, hardLink }: Pick<FileRow, 'target' | 'hardLink'>): string {
  if (target === null) return '';
  return hardLink ? `= ${target}` : `→ ${target}`;
}

/** A row for whoever hears it: “etc/passwd, changed, 1.2 kB”. */
export function rowTitle(row: FileRow): string {
  const { word } = marks[row.mark];
  const target = targetPhrase(row);
  const folder = row.folder === '' ? '' : `in /${row.folder}`;
  return [`${row.name}${target === '' ? '' : ` ${target}`}`, folder, word, formatBytes(row.size)]
    .filter((part) => part !== '')
    .join(', ');
}

/** “97.2 % of what the layers hold is visible; 12.3 MB in 41 paths is wasted.” */
export function efficiencySentence({ efficiency, wasted, wastedPaths, total }: Efficiency): string {
  if (total === 0) return 'The layers hold no files with content.';
  if (wasted === 0) return 'All that the layers hold is visible: nothing is wasted.';
  // Never 100 % where something is wasted.
  const percent = Math.min(99.9, Math.round(efficiency * 1000) / 10).toFixed(1);
  const where = countPhrase(wastedPaths, 'path', 'paths');
  return `${percent} % of what the layers hold is visible; ${formatBytes(wasted)} in ${where} is wasted.`;
}

/** “Reading: 412 MB of about 1.02 GB, 31,204 files so far” */
export function progressPhrase({ phase, bytes, total, entries }: LayersProgress): string {
  if (phase === 'preparing') return 'The engine gathers the image. Large ones take a while.';
  const of = total === null ? '' : ` of about ${formatBytes(Math.max(total, bytes))}`;
  if (phase === 'fetching') return `Fetching from the registry: ${formatBytes(bytes)}${of}`;
  return `Reading: ${formatBytes(bytes)}${of}, ${countPhrase(entries, 'entry', 'entries')} so far`;
}

/** What is shown of a file, and what isn’t. */
export function contentPhrase(content: FileContent): string {
  switch (content.kind) {
    case 'text':
      return content.isWhole
        ? ''
        : `The beginning of ${formatBytes(content.size)}. Save the file to see all of it.`;
    case 'picture':
      return '';
    case 'large':
      return 'This picture is too large to be shown here.';
    case 'binary':
      return 'This is neither text nor a picture. Save the file to look at it with another program.';
  }
}

/** A picture that stands in the address itself: nothing is fetched. */
export function pictureUrl({ type, bytes }: FileContent & { readonly kind: 'picture' }): string {
  let text = '';
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return `data:${type};base64,${btoa(text)}`;
}

/** “Saved 12 files, 1.2 MB, as /home/ada/etc.” */
export const savedSentence = ({ files, bytes, target }: TakenFiles): string =>
  `Saved ${countPhrase(files, 'file', 'files')}, ${formatBytes(bytes)}, as ${target}.`;

export const skippedWords: Readonly<Record<SkippedEntry['why'], string>> = {
  'leads-out': 'a link that leads out of what was saved',
  'no-file': 'a device or pipe',
  refused: 'a link that this system would not make',
};
