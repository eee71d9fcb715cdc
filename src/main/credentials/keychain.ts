/** The system's keychain, asked through a process of its own that is ended and started anew when it doesn't answer. */
import { randomUUID } from 'node:crypto';
import type { KeychainState } from '../../shared/contract/registry.js';
import { FailureError, messageOf, type Failure } from '../../shared/failure.js';
import {
  isNumberedAnswer,
  type KeychainAnswer,
  type KeychainHost,
  type KeychainPort,
  type KeychainQuestion,
} from './keychain-protocol.js';
import { Secret } from './secret.js';

export type Keychain = {
  /** Whether a secret can be kept and found again: tried with one that means nothing. Never throws. */
  readonly state: () => Promise<KeychainState>;
  /** @throws FailureError `keychain-unavailable` */
  readonly set: (service: string, account: string, secret: Secret) => Promise<void>;
  /** Null when there is no such entry. A locked keychain too says so: ask `state` when it matters. @throws FailureError */
  readonly get: (service: string, account: string) => Promise<Secret | null>;
  /** @throws FailureError */
  readonly delete: (service: string, account: string) => Promise<void>;
  readonly stop: () => void;
};

export type KeychainOptions = {
  readonly host: KeychainHost;
  /** How long one call may take, in ms. Someone may have to type a password into the system's prompt. */
  readonly limitMs?: number;
  /** How long the probe may take, in ms: nobody waits for a prompt that they didn't ask for. */
  readonly probeLimitMs?: number;
  readonly platform?: NodeJS.Platform;
};

const PROBE_SERVICE = 'strata:probe';

/** Calls go one after another: keytar's threads are few, and one that waits for a prompt would starve the rest. */
export function createKeychain({
  host,
  limitMs = 30_000,
  probeLimitMs = 3_000,
  platform = process.platform,
}: KeychainOptions): Keychain {
  const open = new Map<number, (answer: KeychainAnswer) => void>();
  let port: KeychainPort | undefined;
  let last = 0;
  let queue: Promise<unknown> = Promise.resolve();

  const end = (): void => {
    port?.kill();
    port = undefined;
  };

  const start = (): KeychainPort => {
    const started = host.start();
    started.onMessage((message) => {
      if (!isNumberedAnswer(message)) return;
      open.get(message.id)?.(message.answer);
    });
    started.onExit(() => {
      if (port === started) port = undefined;
      for (const done of open.values())
        done({ ok: false, message: 'the keychain process ended without an answer' });
    });
    return started;
  };

  const ask = (question: KeychainQuestion, limit: number): Promise<KeychainAnswer> =>
    new Promise((resolve) => {
      const id = ++last;
      const done = (answer: KeychainAnswer): void => {
        clearTimeout(timer);
        open.delete(id);
        resolve(answer);
      };
      const timer = setTimeout(() => {
        open.delete(id);
        end();
        resolve({ ok: false, message: `no answer within ${limit / 1000} s` });
      }, limit);
      open.set(id, done);
      try {
        port ??= start();
        port.post({ id, question });
      } catch (error) {
        done({ ok: false, message: messageOf(error) });
      }
    });

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work, work);
    queue = turn.catch(() => undefined);
    return turn;
  };

  const call = async (question: KeychainQuestion): Promise<string | null> => {
    const answer = await inTurn(() => ask(question, limitMs));
    if (answer.ok) return answer.value;
    throw new FailureError(unavailable(answer.message, platform));
  };

  /** Locked keychains refuse to store, but answer a question as if there were nothing: so something is stored and read. */
  const probe = async (): Promise<KeychainState> => {
    const account = randomUUID();
    const entry = { service: PROBE_SERVICE, account };
    const deadline = Date.now() + probeLimitMs;
    const left = (): number => Math.max(1, deadline - Date.now());
    const stored = await ask({ op: 'set', ...entry, secret: account }, left());
    const read = stored.ok ? await ask({ op: 'get', ...entry }, left()) : stored;
    if (stored.ok) await ask({ op: 'delete', ...entry }, left());
    if (!read.ok) return { available: false, failure: unavailable(read.message, platform) };
    return read.value === account
      ? { available: true }
      : { available: false, failure: unavailable('what was stored could not be read back', platform) };
  };

  return {
    state: () => inTurn(probe),
    set: async (service, account, secret) => {
      await call({ op: 'set', service, account, secret: secret.reveal() });
    },
    get: async (service, account) => {
      const value = await call({ op: 'get', service, account });
      return value === null ? null : new Secret(value);
    },
    delete: async (service, account) => {
      await call({ op: 'delete', service, account });
    },
    stop: end,
  };
}

const KEYCHAIN: Partial<Record<NodeJS.Platform, readonly [name: string, remedy: string]>> = {
  darwin: ['Your Mac’s keychain', 'Unlock it in Keychain Access, then try again.'],
  win32: ['Windows Credential Manager', 'Check that its service is running, then try again.'],
};

function unavailable(cause: string, platform: NodeJS.Platform): Failure {
  const [name, remedy] = KEYCHAIN[platform] ?? [
    'The system’s keychain (Secret Service)',
    'Start and unlock GNOME Keyring or KWallet, then try again.',
  ];
  return {
    code: 'keychain-unavailable',
    title: 'The system keychain isn’t available',
    detail: `${name} ${reasonOf(cause)}. A login can be kept until Strata quits.`,
    remedy,
    cause,
  };
}

/** libsecret's and GLib's words, seen with libsecret 0.20 and keytar 7.10. */
function reasonOf(cause: string): string {
  if (cause.includes('no answer within')) return 'did not answer in time; it may be waiting to be unlocked';
  if (/not provided by any \.service files|ServiceUnknown/i.test(cause))
    return 'is not installed or not running';
  if (/unsupported transport|D-Bus|Could not connect|autolaunch|No such file or directory/i.test(cause))
    return 'can not be reached: there is no desktop session bus';
  if (/libsecret|cannot open shared object/i.test(cause))
    return 'can not be used: a library for it is missing';
  if (/locked|prompt/i.test(cause)) return 'is locked';
  return 'refused to store a secret';
}
