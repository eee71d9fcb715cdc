/** The system's keychain, asked through a process of its own that is ended and started anew when it doesn't answer. */
import type { KeychainState } from '../../shared/contract/registry.js';
import { FailureError, messageOf } from '../../shared/failure.js';
import type { ProcessHost, ProcessPort } from '../processes/index.js';
import { isFormerService, keychainFailure, troubleOf, type KeychainTrouble } from './keychain-failure.js';
import { numberedAnswer, type KeychainQuestion, type NumberedQuestion } from './keychain-protocol.js';
import { redact, Secret } from './secret.js';

export type Keychain = {
  /** Whether a secret can be kept and found again: tried with one that means nothing. Never throws. */
  readonly state: () => Promise<KeychainState>;
  /** @throws FailureError `keychain-unavailable` */
  readonly set: (service: string, account: string, secret: Secret) => Promise<void>;
  /** Null when there is no such entry. A locked keychain too says so: ask `state` when it matters. @throws FailureError */
  readonly get: (service: string, account: string) => Promise<Secret | null>;
  /** Done too when there is no such entry, or a locked keychain says so. @throws FailureError */
  readonly delete: (service: string, account: string) => Promise<void>;
  readonly stop: () => void;
};

export type KeychainOptions = {
  readonly host: ProcessHost;
  /** In how many ms a caller has an answer, whatever its call had to wait for. */
  readonly limitMs?: number;
  readonly platform?: NodeJS.Platform;
};

type Call = {
  readonly question: KeychainQuestion;
  readonly deadline: number;
  /** Whether a process has tried it that knew only a service which has ended. */
  readonly isAgain?: boolean;
  readonly resolve: (value: string | null) => void;
  readonly reject: (error: FailureError) => void;
};

/** Calls go one after another: keytar's threads are few, and one that waits for a prompt would starve the rest. */
export function createKeychain({
  host,
  limitMs = 3_000,
  platform = process.platform,
}: KeychainOptions): Keychain {
  let port: ProcessPort | undefined;
  let current: (Call & { readonly id: number; readonly timer: NodeJS.Timeout }) | undefined;
  const waiting: Call[] = [];
  let last = 0;

  const refusal = (trouble: KeychainTrouble, cause?: string): FailureError =>
    new FailureError(keychainFailure(trouble, platform, cause));

  const settle = (end: (call: Call) => void): void => {
    const settled = current;
    current = undefined;
    if (settled) {
      clearTimeout(settled.timer);
      end(settled);
    }
    next();
  };

  const endProcess = (): void => {
    const ended = port;
    port = undefined;
    ended?.kill();
  };

  /** What hangs one call hangs the next: those that wait for their turn hear it now, not each after a limit of its own. */
  const giveUp = (error: FailureError): void => {
    endProcess();
    for (const call of waiting.splice(0)) call.reject(error);
    settle((call) => call.reject(error));
  };

  const start = (): ProcessPort => {
    const started = host.start();
    // A process that was given up on may still say something, or end, when the next one is at work already.
    started.onMessage((message) => {
      if (port === started) receive(message);
    });
    started.onExit(() => {
      if (port !== started) return;
      port = undefined;
      settle((call) => call.reject(refusal('ended')));
    });
    return started;
  };

  const receive = (message: unknown): void => {
    const heard = numberedAnswer.safeParse(message);
    if (!heard.success || heard.data.id !== current?.id) return;
    const { answer } = heard.data;
    if (!answer.ok && isFormerService(answer.message)) {
      // Only a new process finds the service that was started since: it is asked the same.
      endProcess();
      if (!current.isAgain) {
        clearTimeout(current.timer);
        waiting.unshift({ ...current, isAgain: true });
        current = undefined;
        next();
        return;
      }
    }
    settle(({ question, resolve, reject }) => {
      if (answer.ok) {
        resolve(answer.value);
        return;
      }
      const secrets = question.op === 'set' ? [new Secret(question.secret)] : [];
      const words = redact(answer.message, secrets);
      reject(refusal(troubleOf(answer.stage, words), words));
    });
  };

  const next = (): void => {
    const call = current ? undefined : waiting.shift();
    if (!call) return;
    const id = ++last;
    const timer = setTimeout(() => giveUp(refusal('hangs')), Math.max(0, call.deadline - Date.now()));
    current = { ...call, id, timer };
    try {
      port ??= start();
      port.post({ id, question: call.question } satisfies NumberedQuestion);
    } catch (error) {
      endProcess();
      settle(({ reject }) => reject(refusal('not-loaded', messageOf(error))));
    }
  };

  const ask = (question: KeychainQuestion): Promise<string | null> =>
    new Promise((resolve, reject) => {
      waiting.push({ question, deadline: Date.now() + limitMs, resolve, reject });
      next();
    });

  return {
    async state() {
      try {
        await ask({ op: 'probe' });
        return { available: true };
      } catch (error) {
        if (error instanceof FailureError) return { available: false, failure: error.failure };
        throw error;
      }
    },
    async set(service, account, secret) {
      await ask({ op: 'set', service, account, secret: secret.reveal() });
    },
    async get(service, account) {
      const value = await ask({ op: 'get', service, account });
      return value === null ? null : new Secret(value);
    },
    async delete(service, account) {
      await ask({ op: 'delete', service, account });
    },
    stop: () => giveUp(refusal('ended')),
  };
}
