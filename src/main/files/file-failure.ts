/** What failures of the file system mean for a file that the user chose, in words for a person. */
import { messageOf, type Failure, type FailureCode } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';

const MEANINGS = {
  ENOSPC: ['disk-full', 'full'],
  EDQUOT: ['disk-full', 'full'],
  EFBIG: ['disk-full', 'tooLarge'],
  EACCES: ['denied', 'denied'],
  EPERM: ['denied', 'denied'],
  EROFS: ['denied', 'denied'],
  ENOENT: ['not-found', 'gone'],
  ENOTDIR: ['not-found', 'gone'],
  ENAMETOOLONG: ['invalid-input', 'longName'],
  EISDIR: ['invalid-input', 'folder'],
} as const satisfies Readonly<Record<string, readonly [FailureCode, string]>>;

const isKnown = (code: string): code is keyof typeof MEANINGS => code in MEANINGS;

/** Null for what comes from elsewhere than the file system: connections have some of these codes, too. */
export function fileFailure(error: unknown, title: string): Failure | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  if (!isKnown(error.code) || ('syscall' in error && error.syscall === 'connect')) return null;
  const [code, name] = MEANINGS[error.code];
  return {
    code,
    title,
    detail: say(`archiveFailures.file.${name}`),
    remedy: say(`archiveFailures.file.${name}.remedy`),
    cause: messageOf(error),
  };
}
