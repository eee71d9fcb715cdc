/** The engine's events, read line by line from its endless answer. */
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';

/** What concerns images. `resync` stands for a gap: whatever happened in it is unknown. */
export type EngineEvent = { readonly action: string; readonly id: string };

const message = z.object({
  Type: z.string(),
  Action: z.string(),
  Actor: z.object({ ID: z.string() }).optional(),
});

/** Calls `listener` for each image event until the stream ends; a line that is none is passed over. */
export async function readEvents(stream: Readable, listener: (event: EngineEvent) => void): Promise<void> {
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
    const event = parse(line);
    if (event) listener(event);
  }
}

function parse(line: string): EngineEvent | null {
  try {
    const { data } = message.safeParse(JSON.parse(line));
    return data?.Type === 'image' || data?.Type === 'builder'
      ? { action: data.Action, id: data.Actor?.ID ?? '' }
      : null;
  } catch {
    return null;
  }
}
