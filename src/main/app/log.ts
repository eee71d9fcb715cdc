/** The log file: one line an entry, rotated by size. A `Secret` prints as `[secret]` wherever it stands. */
import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { inspect } from 'node:util';

export type Log = {
  readonly info: (text: string, detail?: unknown) => void;
  readonly error: (text: string, detail?: unknown) => void;
};

const MAX_BYTES = 1024 * 1024;
const KEPT = 3;
/** In characters: the longest entry fits into a file, however many bytes each takes. */
const MAX_ENTRY = 256 * 1024;

/** Opens the log at `file`. Writing is synchronous: the last line before a crash is the one that matters. */
export function openLog(file: string, alsoTo?: (line: string) => void): Log {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  let size = existsSync(file) ? statSync(file).size : 0;

  const write = (level: string, text: string, detail?: unknown): void => {
    const more = detail === undefined ? '' : ` ${inspect(detail, { depth: 4, breakLength: Infinity })}`;
    const entry = `${new Date().toISOString()} ${level} ${text}${more}`.slice(0, MAX_ENTRY);
    const line = `${entry.replaceAll('\n', '\\n').replaceAll('\r', '\\r')}\n`;
    const bytes = Buffer.byteLength(line);
    try {
      if (size + bytes > MAX_BYTES) {
        rotate(file);
        size = 0;
      }
      appendFileSync(file, line, { mode: 0o600 });
      size += bytes;
    } catch {
      // A full disk must not take the app down with it; the console still hears.
    }
    alsoTo?.(line);
  };

  return {
    info: (text, detail) => write('info', text, detail),
    error: (text, detail) => write('error', text, detail),
  };
}

function rotate(file: string): void {
  for (let n = KEPT - 1; n >= 0; n--) {
    const from = n === 0 ? file : `${file}.${n}`;
    if (existsSync(from)) renameSync(from, `${file}.${n + 1}`);
  }
}
