import { describe, expect, it } from 'vitest';
import { FailureError } from '../../shared/failure.js';
import type { ProcessPort } from '../processes/index.js';
import { keychainFailure, troubleOf } from './keychain-failure.js';
import { createKeychain } from './keychain.js';
import type { KeychainAnswer, KeychainQuestion, NumberedQuestion } from './keychain-protocol.js';
import { Secret } from './secret.js';

type Reply = KeychainAnswer | 'nothing' | 'exit' | { readonly raw: unknown };

/** A keychain process that only follows a script: it hangs and dies at a word, which a real one can't be made to do. */
function scriptedHost(script: (question: KeychainQuestion, process: number) => Reply) {
  const started: { killed: boolean; exit: () => void; say: (message: unknown) => void }[] = [];
  const asked: KeychainQuestion[] = [];
  const start = (): ProcessPort => {
    const listeners: ((message: unknown) => void)[] = [];
    const exits: (() => void)[] = [];
    const number = started.length;
    const one = {
      killed: false,
      exit: () => exits.forEach((exit) => exit()),
      say: (message: unknown) => listeners.forEach((listener) => listener(message)),
    };
    started.push(one);
    return {
      post(message) {
        const { id, question } = message as NumberedQuestion;
        asked.push(question);
        const reply = script(question, number);
        queueMicrotask(() => {
          if (reply === 'exit') one.exit();
          else if (reply !== 'nothing') one.say('raw' in reply ? reply.raw : { id, answer: reply });
        });
      },
      onMessage: (listener) => void listeners.push(listener),
      onExit: (listener) => void exits.push(listener),
      kill: () => void (one.killed = true),
    };
  };
  return { host: { start }, started, asked };
}

const fine: KeychainAnswer = { ok: true, value: null };
const refused = (message: string): KeychainAnswer => ({ ok: false, stage: 'call', message });
const secret = new Secret('c4nary');

async function failureOf(work: Promise<unknown>) {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof FailureError)) throw new Error(`no failure: ${String(error)}`);
  return error.failure;
}

describe('the keychain', () => {
  it('finds a service that was started anew after the one it knew has ended', async () => {
    const { host, asked, started } = scriptedHost((_, process) =>
      process === 0 ? refused('The name :1.1 was not provided by any .service files') : fine,
    );
    const keychain = createKeychain({ host });
    await keychain.set('strata:ghcr.io', 'ada', secret);
    expect(asked).toHaveLength(2);
    expect(started.map(({ killed }) => killed)).toEqual([true, false]);
  });

  it('asks no more than twice where no service comes back', async () => {
    const { host, asked } = scriptedHost(() =>
      refused('The name :1.1 was not provided by any .service files'),
    );
    const keychain = createKeychain({ host });
    expect((await failureOf(keychain.get('strata:ghcr.io', 'ada'))).code).toBe('keychain-unavailable');
    expect(asked).toHaveLength(2);
  });

  it('is asked for one thing at a time, in the order of asking, by one process', async () => {
    const { host, asked, started } = scriptedHost((question) =>
      question.op === 'get' ? { ok: true, value: question.account } : fine,
    );
    const keychain = createKeychain({ host });
    const answers = await Promise.all(['a', 'b', 'c'].map((account) => keychain.get('s', account)));
    expect(answers.map((answer) => answer?.reveal())).toEqual(['a', 'b', 'c']);
    await keychain.set('s', 'd', secret);
    expect(asked.map(({ op }) => op)).toEqual(['get', 'get', 'get', 'set']);
    expect(started).toHaveLength(1);
  });

  it('that hangs is given up at the limit, once for all who wait, and asked anew by another process', async () => {
    const { host, started } = scriptedHost((_, process) => (process === 0 ? 'nothing' : fine));
    const keychain = createKeychain({ host, limitMs: 400 });
    const begun = performance.now();
    const failures = await Promise.all([1, 2, 3, 4].map((n) => failureOf(keychain.get('s', `${n}`))));
    expect(performance.now() - begun).toBeLessThan(1200);
    expect(new Set(failures.map(({ code }) => code))).toEqual(new Set(['keychain-unavailable']));
    expect(failures[0]?.detail).toContain('did not answer in time');
    expect(started.map(({ killed }) => killed)).toEqual([true]);
    expect(await keychain.state()).toEqual({ available: true });
    expect(started).toHaveLength(2);
  });

  it('is not disturbed by a process that was given up: neither by its late answer nor by its end', async () => {
    const { host, started } = scriptedHost(() => 'nothing');
    const keychain = createKeychain({ host, limitMs: 50 });
    await failureOf(keychain.get('s', 'a'));
    const second = keychain.get('s', 'b');
    started[0]?.say({ id: 2, answer: { ok: true, value: 'late' } });
    started[0]?.exit();
    started[1]?.say({ id: 2, answer: { ok: true, value: 'right' } });
    expect((await second)?.reveal()).toBe('right');
  });

  it('whose process ends fails that call alone', async () => {
    const { host, started } = scriptedHost((_, process) => (process === 0 ? 'exit' : fine));
    const keychain = createKeychain({ host });
    const [first, second] = await Promise.allSettled([
      keychain.set('s', 'a', secret),
      keychain.get('s', 'a'),
    ]);
    expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
    expect(started).toHaveLength(2);
  });

  it('that can’t be started is a failure in words', async () => {
    const keychain = createKeychain({
      host: {
        start: () => {
          throw new Error('spawn ENOENT');
        },
      },
    });
    expect(await failureOf(keychain.get('s', 'a'))).toMatchObject({
      code: 'keychain-unavailable',
      cause: 'spawn ENOENT',
    });
  });

  it.each([{ id: 1 }, 'text', null, { id: 1, answer: { ok: true, value: 7 } }, { id: 99, answer: fine }])(
    'believes no message that it does not understand: %j',
    async (raw) => {
      const { host } = scriptedHost(() => ({ raw }));
      const keychain = createKeychain({ host, limitMs: 50 });
      expect((await failureOf(keychain.get('s', 'a'))).code).toBe('keychain-unavailable');
    },
  );

  it('repeats no secret in its words', async () => {
    const { host } = scriptedHost(() => refused('can not store “c4nary”'));
    const failure = await failureOf(createKeychain({ host }).set('s', 'a', secret));
    expect(failure.cause).toBe('can not store “[secret]”');
  });

  it('that is stopped ends its process and answers who still waits', async () => {
    const { host, started } = scriptedHost(() => 'nothing');
    const keychain = createKeychain({ host });
    const waiting = failureOf(keychain.get('s', 'a'));
    keychain.stop();
    expect((await waiting).code).toBe('keychain-unavailable');
    expect(started[0]?.killed).toBe(true);
  });
});

describe('what a keychain says', () => {
  it.each([
    ['Unknown or unsupported transport “x” for address “x:”', 'no-bus'],
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'no-bus'],
    ['Could not connect: No such file or directory', 'no-bus'],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'no-service'],
    ['Cannot create an item in a locked collection', 'locked'],
    ['User interaction is not allowed.', 'locked'],
    ['User canceled the operation.', 'denied'],
    ['Message recipient disconnected from message bus without replying', 'ended'],
    ['something new', 'other'],
  ] as const)('“%s” means %s', (message, trouble) => expect(troubleOf('call', message)).toBe(trouble));

  it('is told with the system’s own name and a way out', () => {
    for (const [platform, name] of [
      ['darwin', 'macOS Keychain'],
      ['win32', 'Windows Credential Manager'],
      ['linux', 'system keyring'],
      ['freebsd', 'system keyring'],
    ] as const) {
      const failure = keychainFailure('locked', platform, 'words');
      expect(failure.title).toContain(name);
      expect(failure.remedy).toContain('Only until Strata quits');
      expect(failure.cause).toBe('words');
    }
  });
});
