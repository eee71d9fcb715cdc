/** The engine's events, read line by line from its endless answer. */
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';

const types = ['image', 'builder', 'container'] as const;

/** `resync` stands for a gap: whatever happened in it is unknown. */
export type EngineEvent = {
  readonly type: (typeof types)[number] | 'resync';
  /** The engine's word for what happened: `tag`, `create`. */
  readonly action: string;
  /** What it happened to; for pulls and pushes the reference. */
  readonly id: string;
};

/** The types of events that are asked for. “builder prune” comes with the type “builder”. */
export const eventTypes: readonly string[] = types;

const message = z.object({
  Type: z.enum(types),
  Action: z.string(),
  Actor: z.object({ ID: z.string() }).optional(),
});

/** Calls `listener` for each event of these types until the stream ends; a line that is none is passed over. */
export async function readEvents(stream: Readable, listener: (event: EngineEvent) => void): Promise<void> {
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
    const event = parse(line);
    if (event) listener(event);
  }
}

function parse(line: string): EngineEvent | null {
  try {
    const { data } = message.safeParse(JSON.parse(line));
    return data ? { type: data.Type, action: data.Action, id: data.Actor?.ID ?? '' } : null;
  } catch {
    return null;
  }
}
