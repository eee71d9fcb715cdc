/**
 * The four kinds of call that main and renderer can make, and the types that are derived from them.
 * A domain's file says what can be said; router, bridge, client and fake transport follow from it.
 */
import type { z } from 'zod';
import type { Result } from '../failure.js';

declare const output: unique symbol;

/** One question, one answer. */
export type Request<I extends z.ZodType = z.ZodType, O = unknown> = {
  readonly kind: 'request';
  readonly input: I;
  readonly [output]?: O;
};

/** Long work: starts, reports, can be cancelled, ends once. Its state is a fold over its progress. */
export type Job<I extends z.ZodType = z.ZodType, S = unknown, P = unknown, O = unknown> = {
  readonly kind: 'job';
  readonly input: I;
  readonly progress: Progress<S, P>;
  readonly [output]?: O;
};

/** Something that main tells every window that listens. */
export type Event<P = unknown> = { readonly kind: 'event'; readonly [output]?: P };

/** A subscription with an argument: main streams until the listener leaves. */
export type Stream<I extends z.ZodType = z.ZodType, P = unknown> = {
  readonly kind: 'stream';
  readonly input: I;
  readonly [output]?: P;
};

/**
 * How a job's progress adds up. Pure, and run on both sides: main folds so that a screen opened late
 * starts from the state so far, the renderer folds so that only what is new crosses.
 * `reduce` must keep the state bounded, whatever arrives.
 */
export type Progress<S, P> = {
  // Methods, not function properties: a contract holds jobs of every state, and only methods compare bivariantly.
  initial(): S;
  reduce(state: S, step: P): S;
};

export type Call = Request | Job | Event | Stream;
export type Domain = Record<string, Call>;
export type Contract = Record<string, Domain>;

/** The call with its schema, made when it is first asked for: making all takes longer than anything else that a window needs to begin. */
function checked<C extends object, I>(call: C, make: () => I): C & { readonly input: I } {
  let made: { readonly input: I } | null = null;
  const get = (): I => (made ??= { input: make() }).input;
  return Object.defineProperty(call, 'input', { get, enumerable: true }) as C & { readonly input: I };
}

export const request = <I extends z.ZodType>(input: () => I) => ({
  gives: <O>(): Request<I, O> => checked({ kind: 'request' } as const, input),
});

export const job = <I extends z.ZodType, S, P>(input: () => I, progress: Progress<S, P>) => ({
  gives: <O>(): Job<I, S, P, O> => checked({ kind: 'job', progress } as const, input),
});

export const event = <P>(): Event<P> => ({ kind: 'event' });

export const stream = <I extends z.ZodType>(input: () => I) => ({
  of: <P>(): Stream<I, P> => checked({ kind: 'stream' } as const, input),
});

/** What a running job is given: where to report to, and the signal that says "cancelled". */
export type JobRun<P> = {
  readonly id: string;
  readonly report: (step: P) => void;
  readonly signal: AbortSignal;
};

export type Handler<C> =
  C extends Request<infer I, infer O>
    ? (input: z.output<I>) => Promise<O>
    : C extends Job<infer I, unknown, infer P, infer O>
      ? {
          readonly title: (input: z.output<I>) => string;
          /** What `JobSummary.subject` says. */
          readonly subject?: (input: z.output<I>) => string;
          readonly run: (input: z.output<I>, run: JobRun<P>) => Promise<O>;
        }
      : C extends Stream<infer I, infer P>
        ? (input: z.output<I>, emit: (payload: P) => void) => Promise<() => void>
        : never;

type Answered<D> = { [K in keyof D]: D[K] extends Event ? never : K }[keyof D];

/** Every call of a contract that main answers. A missing one does not compile. */
export type Handlers<C extends Contract> = {
  readonly [D in keyof C]: { readonly [K in Answered<C[D]>]: Handler<C[D][K]> };
};

/** What a started job is known by. */
export type JobId = { readonly job: string };

export type ClientCall<C> =
  C extends Request<infer I, infer O>
    ? (input: z.input<I>) => Promise<Result<O>>
    : C extends Job<infer I>
      ? (input: z.input<I>) => Promise<Result<JobId>>
      : C extends Event<infer P>
        ? (listener: (payload: P) => void) => () => void
        : C extends Stream<infer I, infer P>
          ? (input: z.input<I>, listener: (payload: P) => void) => () => void
          : never;

/** The renderer's side of a contract. */
export type Client<C extends Contract> = {
  readonly [D in keyof C]: { readonly [K in keyof C[D]]: ClientCall<C[D][K]> };
};

type EventsOf<D> = {
  [K in keyof D as D[K] extends Event ? K : never]: D[K] extends Event<infer P>
    ? (payload: P) => void
    : never;
};

/** Main's side of the events: one function per event. */
export type Emitters<C extends Contract> = { readonly [D in keyof C]: EventsOf<C[D]> };

/** The only two things that the preload bridge can do. Both are checked in main. */
export type Transport = {
  readonly invoke: (channel: string, payload: unknown) => Promise<unknown>;
  readonly stream: (channel: string, payload: unknown, listener: (payload: unknown) => void) => () => void;
};

export type StateOf<C> = C extends Job<z.ZodType, infer S, infer _P, infer _O> ? S : never;
export type OutcomeOf<C> = C extends Job<z.ZodType, infer _S, infer _P, infer O> ? O : never;
