/** Names in archives: bytes that need not be UTF-8, kept without loss, cleaned of every way out, and shown with marks. */
import { isAscii, isUtf8 } from 'node:buffer';

/** Longer than any path that Linux opens. */
const LONGEST_PATH = 4096;

/** Bytes as text. What is no UTF-8 becomes lone surrogates U+DC80 to U+DCFF, as in PEP 383, so that no two names fall together. */
export function decodeName(bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (isUtf8(bytes)) return bytes.toString('utf8');
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const length = characterLength(bytes, at);
    if (length > 0) text += bytes.toString('utf8', at, at + length);
    else text += String.fromCharCode(0xdc00 + (bytes[at] ?? 0));
    at += length || 1;
  }
  return text;
}

/** The bytes that `decodeName` was given. */
export function encodeName(name: string): Buffer {
  if (!/[\udc80-\udcff]/.test(name)) return Buffer.from(name, 'utf8');
  const parts = name.split(/([\udc80-\udcff])/u);
  return Buffer.concat(
    parts.map((part, at) =>
      at % 2 === 1 ? Buffer.from([part.charCodeAt(0) - 0xdc00]) : Buffer.from(part, 'utf8'),
    ),
  );
}

/** How many bytes the character at `at` takes, or 0 where there is none. */
function characterLength(bytes: Buffer, at: number): number {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length++)
    if (isUtf8(bytes.subarray(at, at + length))) return length;
  return 0;
}

/** A name for people: no control characters, nothing that turns the line around, no stray bytes. */
export function displayName(name: string): string {
  return name
    .replace(/[\udc80-\udcff]/gu, (byte) => escapeByte(byte.charCodeAt(0) - 0xdc00))
    .replace(/\p{Cc}/gu, (control) => escapeByte(control.charCodeAt(0)))
    .replace(/[\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16)}`);
}

const escapeByte = (byte: number): string => `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`;

/** A path without a slash in front and without `.`; null when it leads out of the layer, is too long, or holds a NUL. */
export function cleanPath(path: string): string | null {
  if (path.length > LONGEST_PATH || path.includes('\0')) return null;
  // Nearly all are clean, and searching for two letters is much faster than for a pattern.
  const isClean = !path.startsWith('.') && !path.includes('/.') && !path.includes('//');
  if (isClean && path !== '' && !path.startsWith('/') && !path.endsWith('/')) return path;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}
