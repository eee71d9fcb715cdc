/** Where an engine may be on this machine: what docker would take, its contexts, and where the known programs put their sockets. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Failure } from '../../../shared/failure.js';
import { FailureError } from '../../../shared/failure.js';
import { say } from '../../../shared/words/index.js';
import { endpointAt, type ResolvedEndpoint } from './address.js';
import { contextEndpoint, contextNames } from './contexts.js';
import {
  configFolderOf,
  defaultEndpoint,
  resolveEndpoint,
  withoutEmpty,
  type EndpointSources,
} from './endpoint.js';
import { systemFiles, type Files } from './files.js';

export type Place = {
  /** Stays the same from one start to the next: `default`, `context:far`, `unix:///run/podman/podman.sock`. */
  readonly id: string;
  /** What people call it: a context's name, `Colima`. */
  readonly name: string;
  readonly endpoint: ResolvedEndpoint | null;
  /** Why it can't be connected to at all; null when it may be tried. */
  readonly failure: Failure | null;
};

export type PlaceSources = EndpointSources & { readonly home?: string };

/** Every place, each engine once: the first name counts. In the order in which they are offered. */
export function findPlaces(sources: PlaceSources): readonly Place[] {
  const { files = systemFiles, platform = process.platform } = sources;
  const environment = withoutEmpty(sources.environment);
  const configFolder = configFolderOf(environment);
  const places = [
    ...(environment.DOCKER_HOST === undefined
      ? []
      : [place('DOCKER_HOST', 'DOCKER_HOST', () => resolveEndpoint({ ...sources, environment }))]),
    place('default', say('engineFailures.place.default'), () => defaultEndpoint(platform)),
    ...contextNames(configFolder, files).map((name) =>
      place(`context:${name}`, name, () => contextEndpoint(name, configFolder, files)),
    ),
    ...knownSockets(environment, sources.home ?? homedir(), platform, files).map(([name, address]) =>
      place(address, name, () => endpointAt(address, { origin: 'found', name }, null)),
    ),
  ];
  const seen = new Set<string>();
  return places.filter(({ id, endpoint }) => {
    const key = endpoint === null ? id : keyOf(endpoint, files);
    return !seen.has(key) && seen.add(key);
  });
}

/** @throws FailureError `not-found` when there is no such place any more; why it can't be used, when it can't */
export function endpointOf(sources: PlaceSources, id: string): ResolvedEndpoint {
  const place = findPlaces(sources).find((one) => one.id === id);
  if (place?.endpoint) return place.endpoint;
  throw new FailureError(
    place?.failure ?? {
      code: 'not-found',
      title: say('engineFailures.place.gone'),
      detail: say('engineFailures.place.gone.detail'),
      remedy: say('engineFailures.place.gone.remedy'),
    },
  );
}

/** Where a window begins whose user once chose `kept`: what the environment names counts before it, and a place that is gone doesn't. */
export function placeAtStart(sources: PlaceSources, kept: string | null): string | null {
  const { DOCKER_HOST: host, DOCKER_CONTEXT: context } = withoutEmpty(sources.environment);
  if (kept === null || host !== undefined || context !== undefined) return null;
  return findPlaces(sources).some(({ id, endpoint }) => id === kept && endpoint !== null) ? kept : null;
}

function place(id: string, name: string, resolve: () => ResolvedEndpoint): Place {
  try {
    return { id, name, endpoint: resolve(), failure: null };
  } catch (error) {
    if (error instanceof FailureError) return { id, name, endpoint: null, failure: error.failure };
    throw error;
  }
}

/** Two names of one socket are one engine. */
const keyOf = ({ address, connection }: ResolvedEndpoint, files: Files): string =>
  connection.kind === 'socket' ? files.real(connection.path) : address;

/** Name and address. By the programs' own documentation; those that make a docker context are found by that first. */
function knownSockets(
  environment: NodeJS.ProcessEnv,
  home: string,
  platform: NodeJS.Platform,
  files: Files,
): readonly (readonly [name: string, address: string])[] {
  if (platform === 'win32') {
    return [
      ['Docker Desktop', 'npipe:////./pipe/dockerDesktopLinuxEngine'],
      ['Podman machine', 'npipe:////./pipe/podman-machine-default'],
    ];
  }
  const runtime = environment.XDG_RUNTIME_DIR ?? `/run/user/${process.getuid?.() ?? 0}`;
  const below = (folder: string, rest: string, name: string): [string, string][] =>
    files
      .list(folder)
      .filter((entry) => /^[\w][\w.-]{0,63}$/.test(entry))
      .slice(0, 20)
      .map((entry) => [entry === 'default' ? name : `${name} (${entry})`, join(folder, entry, rest)]);
  const paths: (readonly [string, string])[] = [
    ['Docker Desktop', join(home, '.docker/run/docker.sock')],
    ['Docker Desktop', join(home, '.docker/desktop/docker.sock')],
    ['Docker, rootless', join(runtime, 'docker.sock')],
    ...(platform === 'darwin' ? ([['OrbStack', join(home, '.orbstack/run/docker.sock')]] as const) : []),
    ['Rancher Desktop', join(home, '.rd/docker.sock')],
    ...below(join(home, '.colima'), 'docker.sock', 'Colima'),
    ...below(join(home, '.lima'), 'sock/docker.sock', 'Lima'),
    ['Podman, rootless', join(runtime, 'podman/podman.sock')],
    ['Podman', '/run/podman/podman.sock'],
    ...below(join(home, '.local/share/containers/podman/machine'), 'podman.sock', 'Podman machine'),
  ];
  return paths.map(([name, path]) => [name, `unix://${path}`]);
}
