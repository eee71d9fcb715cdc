/** Shapes of docker's config.json and of what came before it, and the login that docker takes out of them for an image. */
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeAuth, readLegacyConfig } from '../../src/main/credentials/docker-config/config-content.js';
import { createDockerConfig } from '../../src/main/credentials/docker-config/index.js';
import { hostOfKey, registryOfKey } from '../../src/main/credentials/registry-name.js';
import { parseReference } from '../../src/shared/reference.js';
import { count, type ConformanceRun } from './case.js';

type Case = {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly input: unknown;
  readonly expected: {
    readonly ok?: boolean;
    readonly auths?: Readonly<Record<string, unknown>> | readonly string[];
    readonly hostname?: string;
    readonly username?: string;
    readonly password?: string;
  };
};

const same = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

/** What lies in the place of config.json. */
type Place = { readonly symlink?: string; readonly directory?: boolean };

/** Docker's config in `folder`, and nothing of this computer's. */
const openIn = (folder: string) =>
  createDockerConfig({
    home: folder,
    helperCommand: ['/opt/Strata/strata', '--credential-helper'],
    environment: { HOME: folder, DOCKER_CONFIG: folder, PATH: folder },
    onDamaged: ({ aside }) => {
      throw new Error(`damaged: ${aside}`);
    },
    logins: {
      get: () => Promise.resolve(null),
      keep: () => Promise.resolve(),
      erase: () => Promise.resolve(),
    },
  });

async function load({ id, name, input, expected }: Case, folder: string): Promise<string | null> {
  const file = join(folder, 'config.json');
  if (typeof input === 'string') await writeFile(file, input);
  else if (input !== null) {
    const place = input as Place;
    if (place.symlink !== undefined) await symlink(place.symlink, file);
    if (place.directory === true) await mkdir(file);
  }
  const { logins, problems } = await openIn(folder).calls.report();
  const plain = logins.filter(({ storage }) => storage === 'plain').map(({ key }) => key);
  // A folder in the file's place holds no login to docker's library, nor to Strata, which says so.
  const isFine = problems.length === 0 || (input as Place | null)?.directory === true;
  return isFine === expected.ok && same(plain, Object.keys(expected.auths ?? {}))
    ? null
    : `${id} (${name}): found ${JSON.stringify({ plain, problems })}, wanted ${JSON.stringify(expected.auths)}`;
}

async function helpers({ id, name, input, expected }: Case, folder: string): Promise<string | null> {
  const { credsStore, credHelpers } = input as { credsStore?: string; credHelpers?: Record<string, string> };
  await writeFile(join(folder, 'config.json'), JSON.stringify({ credsStore, credHelpers }));
  const { logins, missingHelpers } = await openIn(folder).calls.report();
  if (expected.ok === false)
    return missingHelpers.includes(credsStore ?? '')
      ? null
      : `${id} (${name}): the missing helper is not told`;
  const found = logins.flatMap(({ registry, storage }) => (storage === 'helper' ? [registry] : []));
  const wanted = Array.isArray(expected.auths)
    ? (expected.auths as string[])
    : Object.keys(expected.auths ?? {});
  const isThere = wanted.every((registry) => found.includes(registry));
  return isThere ? null : `${id} (${name}): found ${found.join(', ')}, wanted ${wanted.join(', ')}`;
}

async function forImage(
  { id, input, expected }: Case,
  folder: string,
  config: string,
): Promise<string | null> {
  await writeFile(join(folder, 'config.json'), config);
  const { image } = input as { image: string };
  const { domain } = parseReference(image);
  const found = await openIn(folder).authFor(registryOfKey(domain));
  const said = [found?.username ?? '', found?.secret.reveal() ?? ''];
  return same(said, [expected.username ?? '', expected.password ?? ''])
    ? null
    : `${id} ${image}: found ${said.join()}`;
}

function decoded({ id, input, expected }: Case): string | null {
  const found = input === '' ? { username: '', secret: null } : decodeAuth(input as string);
  const isRight =
    expected.ok === true
      ? found?.username === expected.username && (found?.secret?.reveal() ?? '') === expected.password
      : found === null;
  return isRight ? null : `${id}: ${JSON.stringify(found)}`;
}

function legacy({ id, input, expected }: Case): string | null {
  const isFine = typeof readLegacyConfig(input as string) !== 'string';
  return isFine === expected.ok ? null : `${id}: it should ${expected.ok === true ? '' : 'not '}be read`;
}

const hostname = ({ id, input, expected }: Case): string | null => {
  const found = hostOfKey(input as string);
  return found === expected.hostname
    ? null
    : `${id}: ${String(input)} should be ${expected.hostname ?? ''}, is ${found}`;
};

/**
 * Root may read any file, so the case of a file that is not for us can't be told here. The cases of `flavour` are other
 * programs' ways to look a login up; those of an environment variable are newer than the clients that Strata follows.
 */
const isOurs = ({ kind, input }: Case): boolean =>
  ['hostname', 'select-store', 'auth-for-image', 'decode-auth', 'legacy-dockercfg'].includes(kind) ||
  (kind === 'load' && !(typeof input === 'object' && input !== null && 'mode' in input));

export const run: ConformanceRun = async (vectors) => {
  const { cases, authForImageConfig } = JSON.parse(
    await readFile(join(vectors, 'docker-config.json'), 'utf8'),
  ) as { cases: Case[]; authForImageConfig: string };
  return count('docker-config.json', cases.filter(isOurs), async (one) => {
    if (one.kind === 'hostname') return hostname(one);
    if (one.kind === 'decode-auth') return decoded(one);
    if (one.kind === 'legacy-dockercfg') return legacy(one);
    const folder = await mkdtemp(join(tmpdir(), 'strata-vectors-'));
    try {
      if (one.kind === 'auth-for-image') return await forImage(one, folder, authForImageConfig);
      return await (one.kind === 'load' ? load(one, folder) : helpers(one, folder));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
};
