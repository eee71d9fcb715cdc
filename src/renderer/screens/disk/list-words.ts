/** Several things in a row, as a sentence names them. Pure. */
import { say } from '../../../shared/words/index.js';

/** “a, b and c”; '' for none. */
export function listOf(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : say('disk.list.and', { some: parts.slice(0, -1).join(', '), last });
}
