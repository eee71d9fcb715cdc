/** What a context comes to, in words. Pure. */
import type { ContextNode, ContextReport, ContextTotals } from '../../../../shared/contract/context.js';
import { formatBytes } from '../../../../shared/units.js';

const number = new Intl.NumberFormat('en');

/** “1,204 files” */
export const filesPhrase = (files: number): string =>
  `${number.format(files)} ${files === 1 ? 'file' : 'files'}`;

/** “312 files, 4.1 MB” */
export const totalsPhrase = ({ files, bytes }: ContextTotals): string =>
  `${filesPhrase(files)}, ${formatBytes(bytes)}`;

/** “312 files, 4.1 MB will be sent; 1,204 files, 180 MB are left out by .dockerignore.” */
export function summarySentence({ sent, left, ignoreFile }: ContextReport): string {
  const goes = `${totalsPhrase(sent)} will be sent`;
  if (ignoreFile === null) return `${goes}; there is no ignore file to leave anything out.`;
  if (left.files === 0) return `${goes}; ${ignoreFile} leaves nothing out.`;
  const verb = left.files === 1 && left.isWhole ? 'is' : 'are';
  return `${goes}; ${left.isWhole ? '' : 'more than '}${totalsPhrase(left)} ${verb} left out by ${ignoreFile}.`;
}

/** How large an entry is: what of it is sent, or what is left out when nothing is. */
export function sizePhrase({ kind, sent, left }: ContextNode): string {
  if (kind === 'other') return 'can’t be sent';
  return formatBytes(sent.files === 0 ? left.bytes : sent.bytes);
}

/** Whether none of it is sent. */
export const isLeftOut = ({ ignoredBy, onlyForEngine, sent }: ContextNode): boolean =>
  ignoredBy !== null && !onlyForEngine && sent.files === 0;
