/** Shapes of docker's config.json. Strata reads which registries have a login there, and never the login itself. */
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDockerConfig } from '../../src/main/credentials/docker-config.js';
import { hostOfKey, registryOfKey } from '../../src/main/credentials/registry-name.js';
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
  };
};

const same = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

/** What lies in the place of config.json. */
type Place = { readonly symlink?: string; readonly directory?: boolean };

async function load({ id, name, input, expected }: Case, folder: string): Promise<string | null> {
  const file = join(folder, 'config.json');
  if (typeof input === 'string') await writeFile(file, input);
  else if (input !== null) {
    const place = input as Place;
    if (place.symlink !== undefined) await symlink(place.symlink, file);
    if (place.directory === true) await mkdir(file);
  }
  const { logins, problem } = await readDockerConfig({ DOCKER_CONFIG: folder });
  const plain = logins.filter(({ storage }) => storage === 'plain').map(({ registry }) => registry);
  const wanted = Object.keys(expected.auths ?? {}).map(registryOfKey);
  // A folder in the file's place holds no login to docker's library, nor to Strata, which says so.
  const isFine = problem === undefined || (input as Place | null)?.directory === true;
  return isFine === expected.ok && same(plain, wanted)
    ? null
    : `${id} (${name}): found ${JSON.stringify({ plain, problem })}, wanted ${JSON.stringify(wanted)}`;
}

async function helpers({ id, name, input, expected }: Case, folder: string): Promise<string | null> {
  const { credsStore, credHelpers } = input as { credsStore?: string; credHelpers?: Record<string, string> };
  await writeFile(join(folder, 'config.json'), JSON.stringify({ credsStore, credHelpers }));
  const { logins } = await readDockerConfig({ DOCKER_CONFIG: folder });
  const found = logins.flatMap(({ registry, storage }) => (storage === 'helper' ? [registry] : []));
  const wanted = Array.isArray(expected.auths)
    ? (expected.auths as string[])
    : Object.keys(expected.auths ?? {});
  const isThere = wanted.every((registry) => found.includes(registry));
  return isThere ? null : `${id} (${name}): found ${found.join(', ')}, wanted ${wanted.join(', ')}`;
}

const hostname = ({ id, input, expected }: Case): string | null => {
  const found = hostOfKey(input as string);
  return found === expected.hostname
    ? null
    : `${id}: ${String(input)} should be ${expected.hostname ?? ''}, is ${found}`;
};

/** Root may read any file, so the case of a file that is not for us can't be told here. */
const isOurs = ({ kind, input }: Case): boolean =>
  kind === 'hostname' ||
  kind === 'select-store' ||
  (kind === 'load' && !(typeof input === 'object' && input !== null && 'mode' in input));

export const run: ConformanceRun = async (vectors) => {
  const { cases } = JSON.parse(await readFile(join(vectors, 'docker-config.json'), 'utf8')) as {
    cases: Case[];
  };
  return count('docker-config.json', cases.filter(isOurs), async (one) => {
    if (one.kind === 'hostname') return hostname(one);
    const folder = await mkdtemp(join(tmpdir(), 'strata-vectors-'));
    try {
      return await (one.kind === 'load' ? load(one, folder) : helpers(one, folder));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
};
