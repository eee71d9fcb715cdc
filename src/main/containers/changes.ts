/** What a container has written, as `docker diff` tells it: read as it comes, and no more kept than is shown. */
import { StringDecoder } from 'node:string_decoder';
import type { ContainerChange, ContainerChanges } from '../../shared/contract/containers.js';
import { containerChange } from './answers.js';

/** The rest is counted. */
const MOST_CHANGES = 20_000;
/** Longer answers are left where they are. */
const MOST_BYTES = 256 * 1024 * 1024;
/** Of one change, in characters: the longest path that Linux has, every byte of it escaped. */
const LONGEST = 32_768;

const KINDS = ['changed', 'added', 'removed'] as const;

/** Reads the engine's answer, a JSON list, without ever holding the whole of it. What in it is no change is passed over. */
export async function readChanges(
  answer: AsyncIterable<Buffer>,
  most: number = MOST_CHANGES,
): Promise<ContainerChanges> {
  const changes: ContainerChange[] = [];
  const decoder = new StringDecoder('utf8');
  const objects = objectReader((text) => {
    count++;
    if (changes.length === most) return;
    const change = changeOf(text);
    if (change) changes.push(change);
    else count--;
  });
  let count = 0;
  let bytes = 0;
  for await (const chunk of answer) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return { changes, count, isWhole: false };
    objects(decoder.write(chunk));
  }
  return { changes, count, isWhole: true };
}

function changeOf(text: string): ContainerChange | null {
  try {
    const { data } = containerChange.safeParse(JSON.parse(text));
    const kind = data && KINDS[data.Kind];
    return kind ? { path: data.Path, kind } : null;
  } catch {
    return null;
  }
}

/** Takes a list of JSON objects in pieces, and hands on the text of each; one that is too long as an empty text. */
function objectReader(onObject: (text: string) => void): (piece: string) => void {
  let held = '';
  let isTooLong = false;
  let depth = 0;
  let inString = false;
  let escaped = false;
  return (piece) => {
    let from = depth > 0 ? 0 : -1;
    for (let at = 0; at < piece.length; at++) {
      const character = piece[at];
      if (escaped) escaped = false;
      else if (inString) {
        if (character === '\\') escaped = true;
        else if (character === '"') inString = false;
      } else if (character === '"') inString = depth > 0;
      else if (character === '{' && depth++ === 0) from = at;
      else if (character === '}' && depth > 0 && --depth === 0) {
        onObject(isTooLong ? '' : held + piece.slice(from, at + 1));
        held = '';
        isTooLong = false;
        from = -1;
      }
    }
    if (from < 0) return;
    isTooLong ||= held.length + piece.length - from > LONGEST;
    held = isTooLong ? '' : held + piece.slice(from);
  };
}
