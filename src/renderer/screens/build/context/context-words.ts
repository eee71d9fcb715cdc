/** What a context comes to, in words. Pure. */
import type { ContextNode, ContextReport, ContextTotals } from '../../../../shared/contract/context.js';
import { formatBytes } from '../../../../shared/units.js';
import { say } from '../../../../shared/words/index.js';

/** “1,204 files” */
export const filesPhrase = (files: number): string => say('context.files', { count: files });

/** “312 files, 4.1 MB” */
export const totalsPhrase = ({ files, bytes }: ContextTotals): string =>
  say('context.totals', { count: files, size: formatBytes(bytes) });

/** “312 files, 4.1 MB will be sent; 1,204 files, 180 MB are left out by .dockerignore.” */
export function summarySentence(report: ContextReport): string {
  const { left, ignoreFile: file } = report;
  const sent = totalsPhrase(report.sent);
  if (file === null) return say('context.summary.noFile', { sent });
  if (left.files === 0) return say('context.summary.nothingLeft', { sent, file });
  const kept = { sent, left: totalsPhrase(left), file };
  return left.isWhole
    ? say('context.summary.left', { ...kept, count: left.files })
    : say('context.summary.leftMore', kept);
}

/** How large an entry is: what of it is sent, or what is left out when nothing is. */
export function sizePhrase({ kind, sent, left }: ContextNode): string {
  if (kind === 'other') return say('context.tree.unsendable');
  return formatBytes(sent.files === 0 ? left.bytes : sent.bytes);
}

/** Whether none of it is sent. */
export const isLeftOut = ({ ignoredBy, onlyForEngine, sent }: ContextNode): boolean =>
  ignoredBy !== null && !onlyForEngine && sent.files === 0;
