/** What failures of the file system mean for a file that the user chose, in words for a person. */
import { messageOf, type Failure } from '../../shared/failure.js';

type Meaning = Pick<Failure, 'code' | 'detail' | 'remedy'>;

const denied: Meaning = {
  code: 'denied',
  detail: 'You aren’t allowed to use this place.',
  remedy: 'Choose another place, or change who may use it.',
};
const full: Meaning = {
  code: 'disk-full',
  detail: 'The disk is full.',
  remedy: 'Free some space on it, or choose another disk.',
};
const gone: Meaning = {
  code: 'not-found',
  detail: 'The file or its folder isn’t there.',
  remedy: 'Look whether it was moved, then choose it again.',
};

const MEANINGS: Readonly<Record<string, Meaning>> = {
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: { ...full, detail: 'The disk takes no file as large as this.' },
  EACCES: denied,
  EPERM: denied,
  EROFS: denied,
  ENOENT: gone,
  ENOTDIR: gone,
  ENAMETOOLONG: { code: 'invalid-input', detail: 'The name is too long.', remedy: 'Choose a shorter one.' },
  EISDIR: { code: 'invalid-input', detail: 'It is a folder.', remedy: 'Choose a file.' },
};

/** Null for what comes from elsewhere than the file system: connections have some of these codes, too. */
export function fileFailure(error: unknown, title: string): Failure | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const meaning = MEANINGS[error.code];
  if (!meaning || ('syscall' in error && error.syscall === 'connect')) return null;
  return { ...meaning, title, cause: messageOf(error) };
}
