/**
 * The protocol of docker's credential helpers, to the word: one action, its input on standard input, its answer or error on
 * standard output (docker/docker-credential-helpers, credentials/credentials.go and error.go).
 */
import { z } from 'zod';
import { messageOf } from '../../shared/failure.js';

const NAME = 'docker-credential-strata';
const USAGE = `Usage: ${NAME} <store|get|erase|list|version>`;
const NOT_FOUND = 'credentials not found in native keychain';
const NO_SERVER = 'no credentials server URL';
const NO_USERNAME = 'no credentials username';

export type HelperLogin = { readonly username: string; readonly secret: string };

/** Where the logins are kept, by docker's address of a registry. */
export type HelperStore = {
  readonly get: (server: string) => Promise<HelperLogin | null>;
  readonly store: (server: string, login: HelperLogin) => Promise<void>;
  /** Done too when there is none. */
  readonly erase: (server: string) => Promise<void>;
  /** User names by address. */
  readonly list: () => Promise<Readonly<Record<string, string>>>;
};

export type HelperEnd = { readonly code: 0 | 1; readonly output: string };

export type HelperCall = {
  /** What stands behind the program's name. */
  readonly words: readonly string[];
  /** Asked for only by an action that takes input. */
  readonly input: () => Promise<string>;
  readonly store: HelperStore;
  readonly version: string;
};

/** Never throws: what goes wrong is said in the answer, on one line. */
export async function answerHelper({ words, input, store, version }: HelperCall): Promise<HelperEnd> {
  const [action = '', ...more] = words;
  if (action === '' || more.length > 0) return refuse(USAGE);
  try {
    switch (action) {
      case '--help':
      case '-h':
        return say(USAGE);
      case '--version':
      case '-v':
      case 'version':
        return say(`${NAME} (Strata) v${version}`);
      case 'list':
        return say(JSON.stringify(await store.list()));
      case 'get':
        return await get(joined(await input()).trim(), store);
      case 'erase':
        return await erase(joined(await input()).trim(), store);
      case 'store':
        return await keep(joined(await input()), store);
      default:
        return refuse(`${NAME}: unknown action: ${oneLine(action)}`);
    }
  } catch (error) {
    return refuse(oneLine(messageOf(error)));
  }
}

/** Lines are read with nothing between them, so that no second record can follow a line break. */
const joined = (input: string): string => input.replace(/\r?\n/g, '');
const oneLine = (text: string): string => text.replace(/[\p{Cc}]+/gu, ' ').slice(0, 500);

const say = (text: string): HelperEnd => ({ code: 0, output: `${text}\n` });
const refuse = (text: string): HelperEnd => ({ code: 1, output: `${text}\n` });

async function get(server: string, store: HelperStore): Promise<HelperEnd> {
  if (server === '') return refuse(NO_SERVER);
  const login = await store.get(checked(server, 'server URL'));
  if (!login) return refuse(NOT_FOUND);
  return say(JSON.stringify({ ServerURL: server, Username: login.username, Secret: login.secret }));
}

async function erase(server: string, store: HelperStore): Promise<HelperEnd> {
  if (server === '') return refuse(NO_SERVER);
  await store.erase(checked(server, 'server URL'));
  return { code: 0, output: '' };
}

const stored = z.object({
  ServerURL: z.string().max(2048).default(''),
  Username: z.string().max(1024).default(''),
  Secret: z
    .string()
    .max(64 * 1024)
    .default(''),
});

async function keep(input: string, store: HelperStore): Promise<HelperEnd> {
  const read = parse(input);
  if (!read) return refuse('the credentials are not in the form that a helper takes');
  const { ServerURL: server, Username: username, Secret: secret } = read;
  if (server === '') return refuse(NO_SERVER);
  if (username === '') return refuse(NO_USERNAME);
  // A keychain ends a text at its first NUL.
  if (secret.includes('\0')) return refuse('the secret holds a NUL character');
  await store.store(checked(server, 'server URL'), { username: checked(username, 'user name'), secret });
  return { code: 0, output: '' };
}

function parse(input: string): z.output<typeof stored> | null {
  try {
    return stored.safeParse(JSON.parse(input)).data ?? null;
  } catch {
    return null;
  }
}

/** Nothing that another helper, a keychain's program or a log would take for the end of a line or of a text. */
function checked(text: string, what: string): string {
  if (/[\p{Cc}\u2028\u2029]/u.test(text)) throw new Error(`the ${what} holds a control character`);
  return text;
}
