/** What the engine says while it loads or imports, read to its end. Words as moby's image/tarexport writes them, seen on 20.10. */
import { Readable } from 'node:stream';
import { z } from 'zod';
import { readObjects } from '../engine/index.js';

export type Told = {
  readonly references: readonly string[];
  readonly ids: readonly string[];
  readonly words: readonly string[];
};

const MOST_NAMES = 10_000;
const MOST_WORDS = 50;
const LONGEST_WORD = 500;

const line = z.object({
  stream: z.string().optional().catch(undefined),
  status: z.string().optional().catch(undefined),
  // Layers' own progress, which says nothing of the outcome.
  id: z.string().optional().catch(undefined),
  error: z.string().optional().catch(undefined),
  errorDetail: z.object({ message: z.string().optional() }).nullish().catch(undefined),
});
const LOADED = /^Loaded image: (\S+)$/;
const LOADED_ID = /^(?:Loaded image ID: )?(sha256:[0-9a-f]{64})$/;

/** @throws Error with the engine's words when it reports a failure, or when the stream is cut */
export async function readAnswer(answer: NodeJS.ReadableStream): Promise<Told> {
  const stream = answer instanceof Readable ? answer : new Readable().wrap(answer);
  const references = new Set<string>();
  const ids = new Set<string>();
  const words: string[] = [];
  for await (const object of readObjects(stream)) {
    const said = line.parse(object);
    const error = said.errorDetail?.message ?? said.error;
    if (error !== undefined) throw new Error(error === '' ? 'the engine gave no reason' : error);
    if (said.id !== undefined) continue;
    for (const word of (said.stream ?? said.status ?? '').split('\n').map((each) => each.trim())) {
      if (word === '') continue;
      const reference = LOADED.exec(word)?.[1];
      const id = LOADED_ID.exec(word)?.[1];
      if (reference !== undefined && references.size < MOST_NAMES) references.add(reference);
      if (id !== undefined && ids.size < MOST_NAMES) ids.add(id);
      words.push(word.slice(0, LONGEST_WORD));
      if (words.length > MOST_WORDS) words.shift();
    }
  }
  return { references: [...references], ids: [...ids], words };
}
