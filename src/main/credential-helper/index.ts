/** docker-credential-strata: the keychain entries of the app, for docker and whoever else speaks its helpers' protocol. */
import { createCredentials, inThisProcess } from '../credentials/index.js';
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
};

/** Answers one call. Never throws. The process is to end after it: a keychain may still hang. */
export async function runCredentialHelper({
  home,
  words,
  input,
  environment,
  version,
}: HelperRun): Promise<HelperEnd> {
  const credentials = createCredentials({
    home,
    environment,
    keychainHost: inThisProcess(),
    limitMs: LIMIT_MS,
  });
  const store = helperStore(credentials);
  return answerHelper({ words, input: () => readAll(input), store, version });
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
