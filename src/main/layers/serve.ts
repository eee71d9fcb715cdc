/** The layers process's side of the talk: takes questions, calls the desk, tells progress and how it ended. */
import { FailureError } from '../../shared/failure.js';
import { currentLanguage, speak } from '../../shared/words/index.js';
import type { Answer, Question } from './protocol.js';

/** What a call is given besides its input. */
export type CallRun = { readonly report: (step: unknown) => void; readonly signal: AbortSignal };

/** Any desk: its calls by name. */
export type Calls = Readonly<Record<string, (input: never, run: CallRun) => Promise<unknown>>>;

/** Answers the questions that are given to it one by one. */
export function serve(calls: Calls): (question: Question, post: (answer: Answer) => void) => void {
  const running = new Map<number, AbortController>();
  return (question, post) => {
    const { id } = question;
    if (question.kind === 'cancel') return running.get(id)?.abort();
    const abort = new AbortController();
    running.set(id, abort);
    const run: CallRun = { signal: abort.signal, report: (step) => post({ kind: 'report', id, step }) };
    const call = calls[question.call] as ((input: unknown, run: CallRun) => Promise<unknown>) | undefined;
    // In a task of its own, so that a call that throws at once fails like any other.
    Promise.resolve()
      .then(async () => {
        if (question.language !== currentLanguage()) await speak(question.language);
        if (!call) throw new Error(`no call ${question.call}`);
        return call(question.input, run);
      })
      .then(
        (value) => post({ kind: 'value', id, value }),
        (error: unknown) => post(failed(id, error)),
      )
      .finally(() => running.delete(id));
  };
}

function failed(id: number, error: unknown): Answer {
  if (error instanceof FailureError) return { kind: 'failure', id, failure: error.failure };
  return {
    kind: 'bug',
    id,
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}
