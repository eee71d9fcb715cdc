/** The end of the log, fit to be shown to somebody else. */
import { open } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import { redactLog } from './redact.js';

const MOST_BYTES = 64 * 1024;
const MOST_LINES = 60;

/** The last lines of the log at `file`, redacted; none when there is no log. @param home Strata's own folder. @throws what reading throws */
export async function readLogTail(file: string, home: string): Promise<string> {
  const text = await lastBytes(file);
  const lines = text.split('\n').filter((line) => line !== '');
  return redactLog(lines.slice(-MOST_LINES).join('\n'), {
    username: userInfo().username,
    folders: [home, homedir()],
  });
}

async function lastBytes(path: string): Promise<string> {
  const file = await open(path, 'r').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (!file) return '';
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - MOST_BYTES);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
    const text = buffer.toString('utf8', 0, bytesRead);
    // Begun in the middle of a line, its first half may be what a secret is known by.
    return from === 0 ? text : text.slice(text.indexOf('\n') + 1);
  } finally {
    await file.close();
  }
}
