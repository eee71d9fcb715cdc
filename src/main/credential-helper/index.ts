/** docker-credential-strata: the keychain entries of the app, for docker and whoever else speaks its helpers' protocol. */
import { createCredentials, inThisProcess } from '../credentials/index.js';
import type { OnDamaged } from '../files/index.js';
import { answerHelper, type HelperEnd } from './protocol.js';
import { helperStore } from './store.js';

/** Long enough to unlock a keyring that asks for its password. */
const LIMIT_MS = 60_000;
const MAX_INPUT = 1024 * 1024;

export type HelperRun = {
  /** Strata's own folder. */
  readonly home: string;
  readonly words: readonly string[];
  readonly input: AsyncIterable<Uint8Array>;
  readonly environment: NodeJS.ProcessEnv;
  readonly version: string;
  readonly onDamaged: OnDamaged;
  /** Limit per keychain call in ms. */
  readonly limitMs?: number;
};

/** `hangs`: a keychain holds the process back, which then ends only by being killed. */
export type HelperEnded = HelperEnd & { readonly hangs: boolean };

/** Answers one call. Never throws. The process is to end after it. */
export async function runCredentialHelper({
  home,
  words,
  input,
  environment,
  version,
  onDamaged,
  limitMs = LIMIT_MS,
}: HelperRun): Promise<HelperEnded> {
  const keychainHost = inThisProcess();
  const credentials = createCredentials({
    home,
    environment,
    onDamaged,
    keychainHost,
    limitMs,
  });
  const store = helperStore(credentials);
  const end = await answerHelper({ words, input: () => readAll(input), store, version });
  return { ...end, hangs: keychainHost.isBusy() };
}

async function readAll(input: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of input) {
    size += part.length;
    if (size > MAX_INPUT) throw new Error('the input is larger than 1 MB');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
