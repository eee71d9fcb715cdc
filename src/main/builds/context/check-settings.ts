/** What lies beside a Dockerfile that its checks go by: the ignore file, and hadolint's own settings. */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckSettings, HadolintSettings } from '../../../shared/contract/context.js';
import { parseIgnore } from '../../../shared/ignore/ignore.js';
import { readHadolintSettings } from './hadolint-settings.js';
import { findIgnoreFile } from './ignore-file.js';
import type { EditPlace } from './ignore-edit.js';
import { isCode, unreadable } from './problems.js';

/** As hadolint looks for them in a project. */
const HADOLINT_FILES = ['.hadolint.yaml', '.hadolint.yml'];
/** Nobody writes more settings than this; bytes. */
const LARGEST = 64 * 1024;
/** Of an ignore file: one with more has no say in the checks, which are made after each pause in typing. */
const MOST_PATTERNS = 2000;

/** @throws FailureError for a file that is there and can't be read */
export async function checkSettings({ folder, dockerfile }: EditPlace): Promise<CheckSettings> {
  const [found, hadolint] = await Promise.all([findIgnoreFile(folder, dockerfile), hadolintSettings(folder)]);
  const patterns = found === null ? null : parseIgnore(found.text);
  return {
    ignorePatterns: patterns !== null && patterns.length <= MOST_PATTERNS ? patterns : null,
    hadolint,
  };
}

async function hadolintSettings(folder: string): Promise<HadolintSettings | null> {
  for (const name of HADOLINT_FILES) {
    const text = await readStart(join(folder, name)).catch((error: unknown) => {
      if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR') || isCode(error, 'EISDIR')) return null;
      throw unreadable(name, error);
    });
    if (text !== null) return readHadolintSettings(text);
  }
  return null;
}

/** Null for what is no plain file: a pipe would never end. */
async function readStart(path: string): Promise<string | null> {
  // Without the flag the system waits until somebody writes to a pipe.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!(await file.stat()).isFile()) return null;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LARGEST), 0, LARGEST, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}
