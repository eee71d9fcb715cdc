/**
 * Whom to believe beside the authorities that everybody knows: docker's certs.d folders, one folder a registry, with `*.crt` for
 * authorities and `*.cert` + `*.key` for who asks (moby daemon/pkg/registry/registry.go, ReadCertsDirectory).
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';

export type Certificates = {
  /** PEM, the ones that everybody knows included. */
  readonly ca: readonly string[];
  readonly cert?: string;
  readonly key?: string;
};

/** What a host's name with its port may be, and a folder's that lies where it should. */
const HOST = /^[a-z0-9[][\w.:[\]-]*$/i;

const MAX_FILE = 1024 * 1024;

/** Docker Engine's, and Docker Desktop's and a rootless engine's. The first that has a folder for a host counts. */
export const certificateFolders = (environment: NodeJS.ProcessEnv): readonly string[] => [
  '/etc/docker/certs.d',
  join(environment.DOCKER_CONFIG ?? join(homedir(), '.docker'), 'certs.d'),
  join(environment.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'docker', 'certs.d'),
];

/** Null where nothing is kept for `host` (with its port, if its name has one). Files that can't be read count as absent. */
export function readCertificates(
  host: string,
  folders: readonly string[],
  extra: string | undefined,
): Certificates | null {
  // A redirect may lead to any host, and its name is a folder's here.
  if (!HOST.test(host)) return null;
  for (const folder of folders) {
    const own = join(folder, host);
    const names = list(own);
    const ca = names.filter((name) => name.endsWith('.crt')).flatMap((name) => read(join(own, name)) ?? []);
    const pair = names.find((name) => name.endsWith('.cert') && names.includes(name.replace(/cert$/, 'key')));
    const cert = pair === undefined ? null : read(join(own, pair));
    const key = pair === undefined ? null : read(join(own, pair.replace(/cert$/, 'key')));
    if (ca.length === 0 && cert === null) continue;
    // Authorities that are given replace the usual ones, and NODE_EXTRA_CA_CERTS with them: both are added again.
    const more = extra === undefined ? null : read(extra);
    const known = [...rootCertificates, ...(more === null ? [] : [more])];
    return { ca: [...known, ...ca], ...(cert !== null && key !== null ? { cert, key } : {}) };
  }
  return null;
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function read(file: string): string | null {
  try {
    return statSync(file).size > MAX_FILE ? null : readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
