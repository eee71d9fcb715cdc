/** The engine's answer to a build: JSON lines, each checked and bounded; an answer that stops early is never a success. */
import type { Readable } from 'node:stream';
import { z } from 'zod';

export type BuildMessage =
  | { readonly type: 'trace'; readonly bytes: Buffer }
  | { readonly type: 'image'; readonly id: string }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'error'; readonly message: string };

/** In characters. BuildKit sends what a step says in messages of about 1 MB at most. */
const LONGEST_LINE = 16 * 1024 * 1024;

const message = z.object({
  id: z.string().optional(),
  aux: z
    .union([z.string(), z.object({ ID: z.string() })])
    .optional()
    .catch(undefined),
  stream: z.string().optional(),
  status: z.string().optional(),
  error: z.string().optional(),
  errorDetail: z.object({ message: z.string() }).optional().catch(undefined),
});

/** Every message until the answer ends. @throws Error when a line is longer than any message is, or the connection breaks */
export async function* readMessages(response: Readable): AsyncGenerator<BuildMessage> {
  let rest = '';
  response.setEncoding('utf8');
  for await (const chunk of response as AsyncIterable<string>) {
    if (rest.length + chunk.length > LONGEST_LINE) throw new Error('the engine sent a line without an end');
    if (!chunk.includes('\n')) {
      rest += chunk;
      continue;
    }
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield* parse(line);
  }
  yield* parse(rest);
}

function* parse(line: string): Generator<BuildMessage> {
  if (line.trim() === '') return;
  const { data } = message.safeParse(toJson(line));
  if (!data) return;
  const { id, aux, stream, status, error, errorDetail } = data;
  if (error !== undefined || errorDetail)
    yield { type: 'error', message: errorDetail?.message ?? error ?? '' };
  else if (id === 'moby.buildkit.trace' && typeof aux === 'string')
    yield { type: 'trace', bytes: Buffer.from(aux, 'base64') };
  else if (typeof aux === 'object') yield { type: 'image', id: aux.ID };
  else if (stream !== undefined) yield { type: 'text', text: stream };
  else if (status !== undefined) yield { type: 'text', text: `${status}\n` };
}

function toJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
