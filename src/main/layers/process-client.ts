/** Main's side of the talk with the layers process: started when it is needed, ended when it has had nothing to do for a while. */
import { FailureError } from '../../shared/failure.js';
import { currentLanguage, say } from '../../shared/words/index.js';
import type { ProcessHost, ProcessPort } from '../processes/index.js';
import type { Desk } from './desk.js';
import { answer, type Question } from './protocol.js';

/** Long enough that trees which are looked at stay in memory. */
const IDLE_MS = 10 * 60_000;

type Pending = {
  readonly report: (step: unknown) => void;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
};

type Run = { readonly report?: (step: never) => void; readonly signal?: AbortSignal };

export type LayerProcess = {
  /** @throws FailureError; whatever the signal was aborted with */
  readonly ask: <K extends keyof Desk>(
    call: K,
    input: Parameters<Desk[K]>[0],
    run?: Run,
  ) => ReturnType<Desk[K]>;
  readonly stop: () => void;
};

/** @param onDamaged told the name that a kept file which could not be read has now */
export function createLayerProcess(
  host: ProcessHost,
  onDamaged: (name: string) => void,
  idleMs = IDLE_MS,
): LayerProcess {
  const pending = new Map<number, Pending>();
  let port: ProcessPort | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last = 0;

  const end = (): void => {
    clearTimeout(idle);
    const ended = port;
    port = undefined;
    ended?.kill();
    for (const [, { reject }] of pending) reject(new FailureError(interrupted()));
    pending.clear();
  };
  const restUntilAsked = (): void => {
    clearTimeout(idle);
    if (pending.size > 0) return;
    idle = setTimeout(end, idleMs);
    idle.unref();
  };
  const receive = (message: unknown): void => {
    const found = answer.safeParse(message);
    // It speaks for archives of strangers: one that says something else is not to be trusted with more.
    if (!found.success) return end();
    const heard = found.data;
    if (heard.kind === 'damaged') return onDamaged(heard.name);
    const call = pending.get(heard.id);
    if (!call) return;
    if (heard.kind === 'report') return call.report(heard.step);
    pending.delete(heard.id);
    restUntilAsked();
    if (heard.kind === 'value') call.resolve(heard.value);
    else if (heard.kind === 'bug') call.reject(new Error(heard.message));
    else {
      const { remedy, cause, ...rest } = heard.failure;
      call.reject(
        new FailureError({
          ...rest,
          ...(remedy === undefined ? {} : { remedy }),
          ...(cause === undefined ? {} : { cause }),
        }),
      );
    }
  };
  const start = (): ProcessPort => {
    const started = host.start();
    // One that was ended may still say something when the next is at work already.
    started.onMessage((message) => {
      if (port === started) receive(message);
    });
    started.onExit(() => {
      if (port === started) end();
    });
    return started;
  };
  const post = (question: Question): void => {
    port ??= start();
    port.post(question);
  };

  const ask = (call: string, input: unknown, { report, signal }: Run = {}): Promise<unknown> => {
    signal?.throwIfAborted();
    clearTimeout(idle);
    const id = ++last;
    const cancel = (): void => post({ kind: 'cancel', id });
    return new Promise((resolve, reject) => {
      pending.set(id, { report: (step) => report?.(step as never), resolve, reject });
      signal?.addEventListener('abort', cancel);
      post({ kind: 'ask', id, call, input, language: currentLanguage() });
    })
      .catch((error: unknown) => {
        // What a cancelled call says of itself is no reason.
        signal?.throwIfAborted();
        throw error;
      })
      .finally(() => signal?.removeEventListener('abort', cancel));
  };
  return { ask: ask as LayerProcess['ask'], stop: end };
}

const interrupted = () =>
  ({
    code: 'interrupted',
    title: say('layerFailures.ended'),
    detail: say('layerFailures.ended.detail'),
    remedy: say('failures.again'),
  }) as const;
