/** A Dockerfile's text, with what the options panel asks of it and a name for just this text. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { DockerfileText } from '../../../shared/contract/builds.js';
import { parseDockerfile } from '../../../shared/dockerfile/parse.js';
import type { Dockerfile } from '../../../shared/dockerfile/syntax.js';
import { expandWord } from '../../../shared/dockerfile/words.js';
import { unreadable } from '../context/problems.js';
import { locateDockerfile } from './place.js';

/** @throws FailureError `not-found` when it is gone, `invalid-input` when it lies outside the folder or is no text of a sensible size */
export async function readDockerfile(folder: string, dockerfile: string): Promise<DockerfileText> {
  const { file, path } = await locateDockerfile(folder, dockerfile);
  const bytes = await readFile(file).catch((error: unknown) => {
    throw unreadable(dockerfile, error);
  });
  return textOf(path, bytes);
}

/** @param path in its project folder, with slashes */
export function textOf(path: string, bytes: Buffer): DockerfileText {
  const text = bytes.toString('utf8');
  const tree = parseDockerfile(text);
  const stages = tree.stages.flatMap(({ name }) => (name === null ? [] : [name]));
  const isWhole = Buffer.from(text, 'utf8').equals(bytes);
  return { path, text, stages, arguments: argumentsOf(tree), revision: revisionOf(bytes), isWhole };
}

/** Every ARG once, in order, with the first default that it is given, its quotes taken off. */
function argumentsOf({ instructions, escape }: Dockerfile): DockerfileText['arguments'] {
  const found = new Map<string, string | null>();
  for (const instruction of instructions) {
    if (instruction.keyword !== 'ARG') continue;
    for (const { key, value } of instruction.pairs) {
      if (key.text === '') continue;
      const known = found.get(key.text) ?? (value && unquoted(value.text, escape));
      found.set(key.text, known);
    }
  }
  return [...found].map(([name, value]) => ({ name, value }));
}

/** Variables stay as they are written: what they become is the build's to say. */
function unquoted(text: string, escape: Dockerfile['escape']): string {
  const expansion = expandWord(text, new Map(), { escape, keepsUnset: true });
  return expansion.ok ? expansion.text : text;
}

/** The same for the same bytes, another for others. */
export const revisionOf = (bytes: Buffer): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 32);
