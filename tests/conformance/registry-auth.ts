/** Challenges, whom a password may be sent to, names and headers of registries: the kinds of cases that Strata has an entry point for. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { registryName } from '../../src/main/credentials/index.js';
import { apiOrigins } from '../../src/main/registry/address.js';
import { parseChallenges } from '../../src/main/registry/challenge.js';
import { encodeAuth } from '../../src/main/registry/engine-auth.js';
import { objectionToRealm } from '../../src/main/registry/realm.js';
import { count, type ConformanceRun } from './case.js';

type Case = {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly flavour?: string;
  readonly input: unknown;
  readonly expected: Readonly<Record<string, unknown>>;
};

type Check = (one: Case) => string | null | Promise<string | null>;

const wrong = ({ id, name, input, expected }: Case, found: unknown): string =>
  `${id} (${name}): ${JSON.stringify(input)} should be ${JSON.stringify(expected)}, is ${JSON.stringify(found)}`;

type Parameters = Readonly<Record<string, string>> | null;

const checks: Readonly<Record<string, Check>> = {
  challenge(one) {
    const found = parseChallenges(one.input as string[]).map(({ scheme, parameters }) => ({
      scheme,
      params: Object.fromEntries(parameters),
    }));
    const { challenges, scheme, params, error } = one.expected as {
      challenges?: number | readonly { scheme: string; params: Parameters }[];
      scheme?: string;
      params?: Parameters;
      error?: boolean;
    };
    if (error === true) return found.length === 0 ? null : wrong(one, found);
    if (typeof challenges === 'number') return found.length === challenges ? null : wrong(one, found);
    const expected = challenges ?? [{ scheme: scheme ?? '', params: params ?? null }];
    // Where one is expected, what follows an incomplete parameter doesn't count; a Basic's realm is for show.
    const isSame = expected.every(({ scheme: wanted, params: values }, at) => {
      const own = found[at];
      if (own?.scheme !== wanted) return false;
      return values === null || JSON.stringify(own.params) === JSON.stringify(values);
    });
    return isSame ? null : wrong(one, found);
  },
  async 'realm-trust'(one) {
    const { registry, realm } = one.input as { registry: string; realm: string };
    const origin = registry.replace('(any other host)', 'registry.example.com');
    const found = (await objectionToRealm(origin, realm)) === null;
    return found === one.expected.sendCredentials ? null : wrong(one, found);
  },
  'x-registry-auth-encode'(one) {
    const found = encodeAuth(one.input as Readonly<Record<string, unknown>>);
    return found === one.expected.header ? null : wrong(one, found);
  },
  'x-registry-config-encode'(one) {
    const found = encodeAuth(one.input as Readonly<Record<string, unknown>>);
    return found === one.expected.header ? null : wrong(one, found);
  },
  'index-name'(one) {
    let found = true;
    try {
      registryName((one.input as string).split('/', 1)[0] ?? '');
    } catch {
      found = false;
    }
    return found === one.expected.ok ? null : wrong(one, found);
  },
  'resolve-auth'(one) {
    const { storedKey, index } = one.input as { storedKey: string; index: string };
    const found = registryName(storedKey) === registryName(index);
    return found === one.expected.match ? null : wrong(one, found);
  },
  'is-secure-index'(one) {
    const { address } = one.input as { address: string };
    const found = apiOrigins(address).every((origin) => origin.startsWith('https:'));
    return found === one.expected.secure ? null : wrong(one, found);
  },
};

/** Strata knows no list of insecure registries: that is the engine's. And of two rules for realms it keeps the strict one. */
function isOurs({ kind, flavour = '', input, expected, name }: Case): boolean {
  if (!(kind in checks)) return false;
  if (kind === 'is-secure-index') {
    const { insecureRegistries } = input as { insecureRegistries: readonly string[] };
    return insecureRegistries.length === 0;
  }
  if (kind === 'realm-trust') return !(flavour.includes('weaker') && expected.sendCredentials === true);
  // A path is cut off before a registry's name is looked at.
  return !(kind === 'index-name' && name.includes('/'));
}

export const run: ConformanceRun = async (vectors) => {
  const { cases } = JSON.parse(await readFile(join(vectors, 'registry-auth.json'), 'utf8')) as {
    cases: Case[];
  };
  return count('registry-auth.json', cases.filter(isOurs), (one) => checks[one.kind]?.(one) ?? null);
};
