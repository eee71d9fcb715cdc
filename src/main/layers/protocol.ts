/** What main and the layers process say to each other. */
import { z } from 'zod';
import type { Language } from '../../shared/words/index.js';
import { failureCodes, type Failure } from '../../shared/failure.js';

export type Question =
  | {
      readonly kind: 'ask';
      readonly id: number;
      readonly call: string;
      readonly input: unknown;
      /** In which what fails is told: the process outlives a change of it. */
      readonly language: Language;
    }
  | { readonly kind: 'cancel'; readonly id: number };

const failure = z.object({
  code: z.enum(failureCodes),
  title: z.string(),
  detail: z.string(),
  remedy: z.string().optional(),
  cause: z.string().optional(),
});

/** The process reads what strangers made: main takes from it only what has this form. */
export const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('report'), id: z.number(), step: z.unknown() }),
  z.object({ kind: z.literal('value'), id: z.number(), value: z.unknown() }),
  z.object({ kind: z.literal('failure'), id: z.number(), failure }),
  /** Something that nobody expected: for the log. */
  z.object({ kind: z.literal('bug'), id: z.number(), message: z.string() }),
  /** What was kept of a layer could not be read, and has this name now in the folder that it lies in. */
  z.object({ kind: z.literal('damaged'), name: z.string().regex(/^[\da-f]{64}\.layer\.damaged-\d{1,16}$/) }),
]);

export type Answer =
  | { readonly kind: 'report'; readonly id: number; readonly step: unknown }
  | { readonly kind: 'value'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: Failure }
  | { readonly kind: 'bug'; readonly id: number; readonly message: string }
  | { readonly kind: 'damaged'; readonly name: string };
