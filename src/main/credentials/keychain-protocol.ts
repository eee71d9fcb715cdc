/** What main and the keychain process say to each other. Each checks what it hears. */
import { z } from 'zod';

const entry = { service: z.string().min(1), account: z.string().min(1) };

const question = z.discriminatedUnion('op', [
  z.object({ op: z.literal('set'), ...entry, secret: z.string().min(1) }),
  z.object({ op: z.literal('get'), ...entry }),
  z.object({ op: z.literal('delete'), ...entry }),
  /** Stores an entry, reads it back and deletes it: the one sure sign that the keychain is there and unlocked. */
  z.object({ op: z.literal('probe') }),
]);
export type KeychainQuestion = z.output<typeof question>;

const answer = z.discriminatedUnion('ok', [
  /** `get` gives the secret, or null when there is none; everything else null. */
  z.object({ ok: z.literal(true), value: z.string().nullable() }),
  z.object({
    ok: z.literal(false),
    /** Whether keytar could not be loaded, or the keychain refused. */
    stage: z.enum(['load', 'call']),
    message: z.string(),
  }),
]);
export type KeychainAnswer = z.output<typeof answer>;

export const numberedQuestion = z.object({ id: z.number(), question });
export const numberedAnswer = z.object({ id: z.number(), answer });
export type NumberedQuestion = z.output<typeof numberedQuestion>;
export type NumberedAnswer = z.output<typeof numberedAnswer>;
