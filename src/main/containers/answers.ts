/** The engine's answers about containers, checked once where they come in. */
import { z } from 'zod';

/** No honest text of a list is longer. */
const LONGEST_TEXT = 2_000;
const MOST_PORTS = 100;

const line = z.string().transform((value) => value.slice(0, LONGEST_TEXT));
const text = line.catch('');
const list = <T extends z.ZodType>(item: T) => z.array(item).catch([]);
const bytes = z.number().nonnegative().nullable().catch(null);

const states = [
  'created',
  'running',
  'paused',
  'restarting',
  'removing',
  'exited',
  'dead',
  'unknown',
] as const;

/** GET /containers/json */
export const containerList = z.array(
  z.object({
    Id: z.string().regex(/^[0-9a-f]{12,64}$/),
    Names: list(line),
    ImageID: text,
    Command: text,
    // Seconds since 1970, in milliseconds.
    Created: z
      .number()
      .catch(0)
      .transform((value) => Math.max(0, value * 1000)),
    State: z.enum(states).catch('unknown'),
    Ports: list(
      z.object({ IP: text, PrivatePort: z.number(), PublicPort: z.number().catch(0), Type: text }),
    ).transform((ports) => ports.slice(0, MOST_PORTS)),
  }),
);

/** GET /containers/ID/json?size=true */
export const containerSize = z.object({ SizeRw: bytes, SizeRootFs: bytes });

/** One of GET /containers/ID/changes */
export const containerChange = z.object({ Path: z.string(), Kind: z.int().min(0).max(2) });

/** POST /commit */
export const commitAnswer = z.object({ Id: z.string().min(1).max(256) });
