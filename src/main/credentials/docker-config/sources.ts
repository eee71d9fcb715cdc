/** Docker's files read together, and which of what they hold docker takes for a registry. */
import type { DockerConfigLogin, DockerConfigProblem } from '../../../shared/contract/docker-config.js';
import { messageOf } from '../../../shared/failure.js';
import { say } from '../../../shared/words/index.js';
import { registryOfKey } from '../registry-name.js';
import { readConfig, readLegacyConfig, type ConfigContent, type ConfigEntry } from './config-content.js';
import { codeOf, configPlaces, readPlain } from './config-place.js';
import { findHelper } from './helper-program.js';

/** Strata's own helper: what it would answer is in Strata already. */
export const OWN_HELPER = 'strata';
/** Docker's key for its Hub (docker/cli, registry.IndexServer). */
const HUB_KEY = 'https://index.docker.io/v1/';

export type DockerFiles = {
  readonly config: { readonly path: string; readonly content: ConfigContent };
  readonly legacy: { readonly path: string; readonly entries: readonly ConfigEntry[] };
  readonly problems: readonly DockerConfigProblem[];
};

/** What docker takes for one registry. */
export type Source =
  | { readonly kind: 'helper'; readonly helper: string }
  | { readonly kind: 'entry'; readonly entry: ConfigEntry };

export async function readDockerFiles(environment: NodeJS.ProcessEnv): Promise<DockerFiles> {
  const places = configPlaces(environment);
  const [config, legacy] = await Promise.all([
    read(places.config, readConfig),
    read(places.legacy, readLegacyConfig),
  ]);
  const none: ConfigContent = { entries: [], credsStore: null, credHelpers: new Map() };
  return {
    config: { path: places.config, content: config.value ?? none },
    legacy: { path: places.legacy, entries: legacy.value ?? [] },
    problems: [...config.problems, ...legacy.problems],
  };
}

type Read<T> = { readonly value: T | null; readonly problems: readonly DockerConfigProblem[] };

async function read<T extends object>(
  path: string,
  readText: (text: string) => T | string,
): Promise<Read<T>> {
  const failed = (problem: string): Read<T> => ({ value: null, problems: [{ path, problem }] });
  try {
    const text = await readPlain(path);
    if (text === null) return { value: null, problems: [] };
    const value = readText(text);
    return typeof value === 'string' ? failed(value) : { value, problems: [] };
  } catch (error) {
    const isForbidden = ['EACCES', 'EPERM'].includes(codeOf(error) ?? '');
    return failed(isForbidden ? say('credentialFailures.file.forbidden') : messageOf(error));
  }
}

/** The key under which docker knows a registry. */
export const keyOf = (registry: string): string => (registry === 'docker.io' ? HUB_KEY : registry);

/** As the docker CLI chooses (docker/cli, configfile: GetAuthConfig; file_store.go: Get): a helper, else the entry. */
export function sourceFor(
  { entries, credsStore, credHelpers }: ConfigContent,
  registry: string,
): Source | null {
  const key = keyOf(registry);
  const helper = credHelpers.get(key) ?? credsStore ?? '';
  if (helper !== '') return helper === OWN_HELPER ? null : { kind: 'helper', helper };
  const entry =
    entries.find((one) => one.key === key) ?? entries.find((one) => one.isPlain && one.registry === registry);
  return entry?.isPlain ? { kind: 'entry', entry } : null;
}

/** Every login of which docker's files tell, sorted by registry. */
export function loginsIn(files: DockerFiles, environment: NodeJS.ProcessEnv): readonly DockerConfigLogin[] {
  const { path, content } = files.config;
  const plain = [
    ...content.entries.map((entry) => ({ entry, path })),
    ...files.legacy.entries.map((entry) => ({ entry, path: files.legacy.path })),
  ].flatMap(({ entry, path: where }): DockerConfigLogin[] => {
    if (!entry.isPlain) return [];
    const source = where === path ? sourceFor(content, entry.registry) : null;
    const isUsed = source?.kind === 'entry' && source.entry.key === entry.key;
    const { credential, registry, key } = entry;
    const username = credential?.username ?? null;
    return [{ registry, key, path: where, isUsed, storage: 'plain', username, canMove: credential !== null }];
  });
  const helped = [...helpersByRegistry(content)].map(([registry, { key, helper }]): DockerConfigLogin => ({
    ...{ registry, key, path, storage: 'helper', helper },
    isUsed: helper !== '' && keyOf(registry) === key,
    isMissing: findHelper(helper, environment) === null,
  }));
  return [...plain, ...helped].sort(
    (a, b) => a.registry.localeCompare(b.registry) || a.key.localeCompare(b.key),
  );
}

/** Others' helpers that the config names, each once. */
export function helpersOf({ credsStore, credHelpers }: ConfigContent): readonly string[] {
  const names = [...credHelpers.values(), credsStore ?? ''].filter(
    (name) => name !== '' && name !== OWN_HELPER,
  );
  return [...new Set(names)].sort();
}

/** Docker leaves an empty entry in `auths` for what the helper of all registries keeps. */
function helpersByRegistry({ entries, credsStore, credHelpers }: ConfigContent) {
  const found = new Map<string, { readonly key: string; readonly helper: string }>();
  for (const { registry, isPlain } of entries)
    if (credsStore !== null && !isPlain) found.set(registry, { key: keyOf(registry), helper: credsStore });
  for (const [key, helper] of credHelpers) if (helper !== '') found.set(registryOfKey(key), { key, helper });
  for (const [registry, login] of found) if (login.helper === OWN_HELPER) found.delete(registry);
  return found;
}
