/** What a file in a layer is, in a few characters and in words. Pure. */
import type {
  Efficiency,
  FileContent,
  FileMark,
  FileRow,
  LayersProgress,
  TakenFiles,
} from '../../../../shared/contract/layers.js';
import { formatBytes } from '../../../../shared/units.js';
import { ledTo, say } from '../../../../shared/words/index.js';

/** A sign, and the word for it in the language of the moment. */
type Mark = { readonly sign: string; readonly word: string };

const mark = (sign: string, kind: Exclude<FileMark, 'same'>): Mark => ({
  sign,
  get word() {
    return say(`files.mark.${kind}`);
  },
});

export const marks: Readonly<Record<FileMark, Mark>> = {
  added: mark('+', 'added'),
  changed: mark('~', 'changed'),
  removed: mark('−', 'removed'),
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
  return hardLink ? `= ${target}` : ledTo(target);
}

/** A row for whoever hears it: “etc/passwd, changed, 1.2 kB”. */
export function rowTitle(row: FileRow): string {
  const { word } = marks[row.mark];
  const target = targetPhrase(row);
  const folder = row.folder === '' ? '' : say('files.row.folder', { folder: row.folder });
  return [`${row.name}${target === '' ? '' : ` ${target}`}`, folder, word, formatBytes(row.size)]
    .filter((part) => part !== '')
    .join(', ');
}

/** “97.2 % of what the layers hold is visible; 12.3 MB in 41 paths is wasted.” */
export function efficiencySentence({ efficiency, wasted, wastedPaths, total }: Efficiency): string {
  if (total === 0) return say('files.waste.empty');
  if (wasted === 0) return say('files.waste.nothing');
  // Never 100 % where something is wasted.
  const percent = Math.min(99.9, Math.round(efficiency * 1000) / 10);
  return say('files.waste.some', { percent, size: formatBytes(wasted), count: wastedPaths });
}

/** “Reading: 412 MB of about 1.02 GB, 31,204 files so far” */
export function progressPhrase({ phase, bytes, total, entries }: LayersProgress): string {
  if (phase === 'preparing') return say('files.progress.preparing');
  const done = { bytes: formatBytes(bytes) };
  if (total === null) {
    if (phase === 'fetching') return say('files.progress.fetching', done);
    return say('files.progress.reading', { ...done, count: entries });
  }
  const known = { ...done, total: formatBytes(Math.max(total, bytes)) };
  if (phase === 'fetching') return say('files.progress.fetchingOf', known);
  return say('files.progress.readingOf', { ...known, count: entries });
}

/** What is shown of a file, and what isn’t. */
export function contentPhrase(content: FileContent): string {
  switch (content.kind) {
    case 'text':
      return content.isWhole ? '' : say('files.content.cut', { size: formatBytes(content.size) });
    case 'picture':
      return '';
    case 'large':
      return say('files.content.large');
    case 'binary':
      return say('files.content.binary');
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
  say('files.saved', { count: files, size: formatBytes(bytes), target });
