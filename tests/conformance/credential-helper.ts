/** The protocol of docker's credential helpers: what docker-credential-strata answers, and how Strata reads others' answers. */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerHelper, type HelperEnd, type HelperStore } from '../../src/main/credential-helper/protocol.js';
import { registryOfServer } from '../../src/main/credential-helper/server.js';
import { helperStore } from '../../src/main/credential-helper/store.js';
import { askHelper } from '../../src/main/credentials/docker-config/helper-program.js';
import type { Credential } from '../../src/main/credentials/index.js';
import { count, type ConformanceRun } from './case.js';

type Case = {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly input: unknown;
  readonly expected: Readonly<Record<string, unknown>>;
};

/** Strata's store over a keychain that is a map. */
function openStore(): HelperStore & { readonly asked: string[] } {
  const logins = new Map<string, Credential>();
  const store = helperStore({
    ownFor: (registry) => Promise.resolve(logins.get(registry) ?? null),
    keep: (registry, credential, kept) => {
      logins.set(registry, credential);
      return Promise.resolve({ registry, username: credential.username, kept });
    },
    forget: (registry = '') => {
      logins.delete(registry);
      return Promise.resolve({ erased: [registry], left: [] });
    },
    list: () =>
      Promise.resolve({
        logins: [...logins].map(([registry, { username }]) => ({
          registry,
          username,
          kept: 'keychain' as const,
        })),
        keychain: { available: true as const },
      }),
  });
  const asked: string[] = [];
  return {
    ...store,
    asked,
    get(server) {
      asked.push(server);
      return store.get(server);
    },
  };
}

const call = (store: HelperStore, words: readonly string[], input = ''): Promise<HelperEnd> =>
  answerHelper({ words, input: () => Promise.resolve(input), store, version: '0' });

async function helper({ id, name, input, expected }: Case): Promise<string | null> {
  const { argv, stdin = '', before } = input as { argv: string[]; stdin?: string; before?: string };
  const store = openStore();
  if (before !== undefined) await call(store, ['store'], before);
  const { code, output } = await call(store, argv, stdin);
  const wrong = [
    expected.exit !== undefined && expected.exit !== code,
    expected.stdout !== undefined && expected.stdout !== output,
    expected.stdoutContains !== undefined && !output.includes(expected.stdoutContains as string),
    expected.afterGet === 'error' && (await call(store, ['get'], stdin)).code === 0,
    expected.lookedUp !== undefined && store.asked[0] !== expected.lookedUp,
  ];
  return wrong.includes(true) ? `${id} (${name}): ended with ${code}, said ${output}` : null;
}

type Answered = {
  readonly action: string;
  readonly server: string;
  readonly helperStdout: string;
  readonly helperExit: number;
};

/** Another's helper, which says what the case says. */
async function client({ id, name, input, expected }: Case): Promise<string | null> {
  const { server, helperStdout, helperExit } = input as Answered;
  const folder = await mkdtemp(join(tmpdir(), 'strata-vectors-'));
  try {
    await writeFile(join(folder, 'said'), helperStdout);
    const program = join(folder, 'docker-credential-case');
    await writeFile(program, `#!/bin/sh\n/bin/cat "${folder}/said"\nexit ${helperExit}\n`);
    await chmod(program, 0o755);
    const answer = await askHelper('case', 'get', server, { environment: { PATH: folder } });
    const isRight =
      expected.error === undefined
        ? answer.kind === 'found' &&
          answer.credential.username === expected.username &&
          answer.credential.secret.reveal() === expected.secret
        : answer.kind === 'failed' && !answer.why.includes(helperStdout);
    return isRight ? null : `${id} (${name}): ${JSON.stringify(answer)}`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function address({ id, input, expected }: Case): string | null {
  let said = '';
  try {
    registryOfServer(input as string);
  } catch (error) {
    said = error instanceof Error ? error.message : String(error);
  }
  return said === (expected.error ?? '') ? null : `${id}: ${said}`;
}

async function lookup({ id, name, input, expected }: Case): Promise<string | null> {
  const { stored, read } = input as { stored: string; read: string };
  const store = openStore();
  await call(store, ['store'], JSON.stringify({ ServerURL: stored, Username: 'foo', Secret: 'bar' }));
  const isFound = (await call(store, ['get'], read)).code === 0;
  return isFound === expected.found ? null : `${id} (${name}): ${isFound ? '' : 'not '}found`;
}

/**
 * Not here: storing and listing in others' helpers, which Strata never does; and look-ups by which osxkeychain and wincred
 * give a login to another port, path or scheme than it was stored for, or keep one for a path or for plain http.
 */
function isOurs({ kind, input, expected }: Case): boolean {
  if (kind === 'client') return (input as Answered).action === 'get';
  if (kind !== 'lookup') return true;
  const { stored } = input as { stored: string };
  return expected.found === false || (input as { read: string }).read === stored
    ? expected.found === false || registryOf(stored) !== null
    : false;
}

const registryOf = (server: string): string | null => registryOfServer(server);

export const run: ConformanceRun = async (vectors) => {
  const { cases } = JSON.parse(await readFile(join(vectors, 'credential-helper.json'), 'utf8')) as {
    cases: Case[];
  };
  return count('credential-helper.json', cases.filter(isOurs), (one) => {
    switch (one.kind) {
      case 'client':
        return client(one);
      case 'registry-url':
        return address(one);
      case 'lookup':
        return lookup(one);
      default:
        return helper(one);
    }
  });
};
