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
  timeNano: z.number().nonnegative().catch(0),
});

/**
 * Calls `listener` for each event of these types until the stream ends; a line that is none is passed over.
 * @param after events up to this time, in ns since 1970 by the engine's clock, were told before and are passed over too
 * @param heard is given the time of each event that was told
 */
export async function readEvents(
  stream: Readable,
  listener: (event: EngineEvent) => void,
  { after = 0, heard = () => undefined }: { after?: number; heard?: (time: number) => void } = {},
): Promise<void> {
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
    const data = parse(line);
    if (data === null || (data.timeNano !== 0 && data.timeNano <= after)) continue;
    heard(data.timeNano);
    listener({ type: data.Type, action: data.Action, id: data.Actor?.ID ?? '' });
  }
}

function parse(line: string): z.output<typeof message> | null {
  try {
    return message.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
