/** Answers calls by the contract: checks every payload, runs its handler, turns failures into values. Knows no transport. */
import type { z } from 'zod';
import type {
  Call,
  Contract,
  Emitters,
  Handler,
  Handlers,
  Job,
  Request,
  Stream,
} from '../../shared/contract/define.js';
import { channelOf } from '../../shared/contract/client.js';
import { failed, FailureError, messageOf, ok, type Failure, type Result } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import type { JobCentre, JobStart } from './jobs.js';

type Listener = (payload: unknown) => void;

export type Router<C extends Contract> = {
  /** Answers a request, or starts a job and answers with its id. Throws only for a channel that can't be invoked. */
  readonly invoke: (channel: string, payload: unknown) => Promise<Result<unknown>>;
  /** Subscribes to an event or stream; the answer ends it. Throws for another channel or a payload off its schema. */
  readonly stream: (channel: string, payload: unknown, listener: Listener) => () => void;
  /** Main's way to tell every subscriber. */
  readonly emit: Emitters<C>;
};

export type RouterOptions = {
  readonly jobs: { readonly start: (job: Omit<JobStart, 'engine'>) => ReturnType<JobCentre['start']> };
  /** Hears of errors that no handler expected, with all they carry. */
  readonly onBug: (channel: string, error: unknown) => void;
};

type AnyHandlers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Binds a contract to what answers it. `handlers` is asked at each call: another engine's may answer the next. */
export function createRouter<C extends Contract>(
  contract: C,
  handlers: () => Handlers<C>,
  { jobs, onBug }: RouterOptions,
): Router<C> {
  const listeners = new Map<string, Set<Listener>>();
  const calls = new Map<string, Call>();
  const answers = new Map<string, () => unknown>();
  const emit: Record<string, Record<string, Listener>> = {};

  for (const [domain, domainCalls] of Object.entries(contract)) {
    emit[domain] = {};
    for (const [name, call] of Object.entries(domainCalls)) {
      const channel = channelOf(domain, name);
      calls.set(channel, call);
      answers.set(channel, () => (handlers() as AnyHandlers)[domain]?.[name]);
      if (call.kind === 'event') {
        const subscribers = new Set<Listener>();
        listeners.set(channel, subscribers);
        emit[domain][name] = (payload) => subscribers.forEach((listener) => listener(payload));
      }
    }
  }

  const bug = (channel: string, error: unknown): Failure => {
    if (error instanceof FailureError) return error.failure;
    onBug(channel, error);
    return {
      code: 'unexpected',
      title: say('ipcFailures.bug'),
      detail: say('ipcFailures.bug.detail', { channel }),
      remedy: say('ipcFailures.bug.remedy'),
      cause: messageOf(error),
    };
  };

  return {
    async invoke(channel, payload) {
      const call = calls.get(channel);
      if (call?.kind !== 'request' && call?.kind !== 'job')
        throw new Error(`no such call: ${channel.slice(0, 100)}`);
      const input = call.input.safeParse(payload);
      if (!input.success) return failed(malformed(channel, input.error));
      try {
        if (call.kind === 'request')
          return ok(await (answers.get(channel)?.() as Handler<Request>)(input.data));
        const handler = answers.get(channel)?.() as Handler<Job>;
        return ok({ job: jobs.start({ channel, call, handler, input: input.data, toFailure: bug }) });
      } catch (error) {
        return failed(bug(channel, error));
      }
    },
    stream(channel, payload, listener) {
      const call = calls.get(channel);
      if (call?.kind === 'event') return subscribe(listeners.get(channel) ?? new Set(), listener);
      if (call?.kind !== 'stream') throw new Error(`no such stream: ${channel.slice(0, 100)}`);
      return follow(
        answers.get(channel)?.() as Handler<Stream>,
        call.input.parse(payload),
        listener,
        (error) =>
          // Expected: what was to be followed is gone. There is nothing to stream then, and the list of it says why.
          error instanceof FailureError || onBug(channel, error),
      );
    },
    emit: emit as Emitters<C>,
  };
}

function subscribe(subscribers: Set<Listener>, listener: Listener): () => void {
  // A wrapper of its own, so that the same function subscribed twice counts twice.
  const entry: Listener = (payload) => listener(payload);
  subscribers.add(entry);
  return () => void subscribers.delete(entry);
}

function follow(
  handler: Handler<Stream>,
  input: unknown,
  listener: Listener,
  onError: (error: unknown) => void,
): () => void {
  let ended = false;
  let end: (() => void) | undefined;
  handler(input, (payload) => {
    if (!ended) listener(payload);
  }).then((stop) => {
    if (ended) stop();
    else end = stop;
  }, onError);
  return () => {
    ended = true;
    end?.();
  };
}

/** As much of what is wrong as helps to find it: a page can send a million wrong things at once. */
const MOST_ISSUES = 5;
const MOST_WORDS = 300;

function malformed(channel: string, { issues }: z.core.$ZodError): Failure {
  return {
    code: 'invalid-input',
    title: say('ipcFailures.malformed'),
    detail: say('ipcFailures.malformed.detail', { channel }),
    cause: issues
      .slice(0, MOST_ISSUES)
      .map(({ path, message }) => `${path.join('.') || 'all of it'}: ${message}`.slice(0, MOST_WORDS))
      .join('\n'),
  };
}
