/**
 * The keychain process: keytar and nothing else, so that a keychain that hangs or crashes takes only this with it.
 * It never lists what a keychain holds: on a locked one that call crashes keytar.
 */
import type { KeychainAnswer, KeychainQuestion, NumberedQuestion } from './keychain-protocol.js';

type Keytar = {
  setPassword(service: string, account: string, secret: string): Promise<void>;
  getPassword(service: string, account: string): Promise<string | null>;
  deletePassword(service: string, account: string): Promise<boolean>;
};

type ParentPort = {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
};

let loading: Promise<Keytar> | undefined;

/** Loaded at the first question, so that a library that is missing is an answer and not a crash at the start. */
function keytar(): Promise<Keytar> {
  loading ??= import('keytar').then((loaded) => ('default' in loaded ? loaded.default : loaded) as Keytar);
  return loading;
}

async function answer(question: KeychainQuestion): Promise<KeychainAnswer> {
  try {
    const { service, account } = question;
    switch (question.op) {
      case 'set':
        await (await keytar()).setPassword(service, account, question.secret);
        return { ok: true, value: null };
      case 'get':
        return { ok: true, value: await (await keytar()).getPassword(service, account) };
      case 'delete':
        await (await keytar()).deletePassword(service, account);
        return { ok: true, value: null };
    }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

function serve(post: (message: unknown) => void): (message: unknown) => void {
  return (message) => {
    const { id, question } = message as NumberedQuestion;
    void answer(question).then((said) => post({ id, answer: said }));
  };
}

const parent = (process as unknown as { parentPort?: ParentPort }).parentPort;
if (parent) {
  const take = serve((message) => parent.postMessage(message));
  parent.on('message', ({ data }) => take(data));
} else {
  process.on(
    'message',
    serve((message) => process.send?.(message)),
  );
  // Whoever started this one is gone; there is nobody left to answer.
  process.on('disconnect', () => process.exit(0));
}
