/**
 * Which engine: DOCKER_HOST, then DOCKER_CONTEXT, then the current context, then the platform's default; as the
 * docker CLI decides (docker/cli cli/command/cli.go, cli/context/store).
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { EngineEndpoint } from '../../shared/contract/engine.js';
import { FailureError } from '../../shared/failure.js';
import { parseSshAddress, type SshAddress } from './ssh/address.js';

/** An endpoint with what it takes to connect to it. */
export type ResolvedEndpoint = EngineEndpoint & {
  readonly connection:
    | { readonly kind: 'socket'; readonly path: string }
    | {
        readonly kind: 'tcp';
        readonly host: string;
        readonly port: number;
        readonly tls: TlsMaterial | null;
      }
    | ({ readonly kind: 'ssh' } & SshAddress);
};

export type TlsMaterial = {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly verify: boolean;
};

export type EndpointSources = {
  readonly environment: NodeJS.ProcessEnv;
  /** A file's text, or null when it isn't there. */
  readonly readText?: (file: string) => string | null;
  readonly platform?: NodeJS.Platform;
};

const contextMeta = z.object({
  Endpoints: z.object({
    docker: z.object({ Host: z.string().optional(), SkipTLSVerify: z.boolean().optional() }).optional(),
  }),
});
const configFile = z.object({ currentContext: z.string().optional() });

const DEFAULT_SOCKET = '/var/run/docker.sock';

/** @throws FailureError `invalid-input` when a name or address can't be used, saying where it came from */
export function resolveEndpoint({
  environment: variables,
  readText = readIfThere,
  platform = process.platform,
}: EndpointSources): ResolvedEndpoint {
  // As for the docker CLI, a variable that is empty counts as one that isn't set.
  const environment = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const configFolder = environment.DOCKER_CONFIG ?? join(homedir(), '.docker');
  if (environment.DOCKER_HOST) {
    return connect(
      environment.DOCKER_HOST,
      { origin: 'DOCKER_HOST' },
      environmentTls(environment, configFolder, readText),
    );
  }
  const named = environment.DOCKER_CONTEXT ?? currentContext(configFolder, readText);
  if (named && named !== 'default') return fromContext(named, configFolder, readText);
  const address = platform === 'win32' ? 'npipe:////./pipe/docker_engine' : `unix://${DEFAULT_SOCKET}`;
  return connect(address, { origin: 'default' }, null);
}

function fromContext(
  name: string,
  configFolder: string,
  readText: (file: string) => string | null,
): ResolvedEndpoint {
  const id = createHash('sha256').update(name).digest('hex');
  const text = readText(join(configFolder, 'contexts', 'meta', id, 'meta.json'));
  const meta = text === null ? undefined : parseJson(text, contextMeta);
  const docker = meta?.Endpoints.docker;
  if (!docker?.Host) {
    throw new FailureError({
      code: 'invalid-input',
      title: `The docker context “${name}” can't be used`,
      detail: text === null ? 'There is no such context.' : 'Its file names no docker endpoint.',
      remedy: 'Choose another with “docker context use”, or unset DOCKER_CONTEXT.',
    });
  }
  const folder = join(configFolder, 'contexts', 'tls', id, 'docker');
  const tls = tlsFrom(folder, docker.SkipTLSVerify !== true, readText);
  return connect(docker.Host, { origin: 'context', context: name }, (tls.ca ?? tls.cert) ? tls : null);
}

function currentContext(configFolder: string, readText: (file: string) => string | null): string | undefined {
  const text = readText(join(configFolder, 'config.json'));
  // A config that can't be read names no context; the docker CLI too goes on with the default one.
  return text === null ? undefined : parseJson(text, configFile)?.currentContext;
}

function environmentTls(
  environment: NodeJS.ProcessEnv,
  configFolder: string,
  readText: (file: string) => string | null,
): TlsMaterial | null {
  // DOCKER_TLS_VERIFY counts when it isn't empty, whatever it says; DOCKER_TLS asks for TLS without checking.
  const verify = Boolean(environment.DOCKER_TLS_VERIFY);
  if (!verify && !environment.DOCKER_TLS) return null;
  const folder = environment.DOCKER_CERT_PATH ?? configFolder;
  const tls = tlsFrom(folder, verify, readText);
  if (!verify || tls.ca !== undefined) return tls;
  throw new FailureError({
    code: 'invalid-input',
    title: 'The certificates for the engine can’t be read',
    detail: `DOCKER_TLS_VERIFY asks to check the engine’s certificate, but there is no ca.pem in ${folder}.`,
    remedy:
      'Set DOCKER_CERT_PATH to the folder with ca.pem, cert.pem and key.pem, or unset DOCKER_TLS_VERIFY.',
  });
}

function tlsFrom(folder: string, verify: boolean, readText: (file: string) => string | null): TlsMaterial {
  const ca = readText(join(folder, 'ca.pem'));
  const cert = readText(join(folder, 'cert.pem'));
  const key = readText(join(folder, 'key.pem'));
  return {
    verify,
    ...(ca === null ? {} : { ca }),
    ...(cert === null ? {} : { cert }),
    ...(key === null ? {} : { key }),
  };
}

function connect(
  address: string,
  from: Pick<EngineEndpoint, 'origin' | 'context'>,
  tls: TlsMaterial | null,
): ResolvedEndpoint {
  const [scheme, rest] = address.includes('://') ? splitOnce(address, '://') : ['tcp', address];
  if (scheme === 'unix' && (rest === '' || rest.startsWith('/')))
    return { address, ...from, connection: { kind: 'socket', path: rest || DEFAULT_SOCKET } };
  if (scheme === 'npipe' && rest !== '')
    return { address, ...from, connection: { kind: 'socket', path: rest.replaceAll('/', '\\') } };
  if (scheme === 'tcp' || scheme === 'http' || scheme === 'https') {
    const secured = tls ?? (scheme === 'https' ? { verify: true } : null);
    const host = hostAndPort(rest, secured ? 2376 : 2375);
    if (host) return { address, ...from, connection: { kind: 'tcp', ...host, tls: secured } };
  }
  if (scheme === 'ssh') {
    const ssh = parseSshAddress(rest);
    if (ssh) return { address, ...from, connection: { kind: 'ssh', ...ssh } };
  }
  throw new FailureError({
    code: 'invalid-input',
    title: 'The engine’s address can’t be used',
    detail: `“${address.slice(0, 300)}”, from ${
      from.context ? `the docker context “${from.context}”` : from.origin
    }, is not an address that Strata understands.`,
    remedy: 'Use unix:///path/to/docker.sock, tcp://host:port or ssh://user@host.',
  });
}

/** Nothing but a host and a port: a user name or a path would be passed over in silence. */
function hostAndPort(text: string, port: number): { readonly host: string; readonly port: number } | null {
  // The scheme's own port is left out of a URL's; one that has none keeps whatever was written.
  const address = `engine://${text}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const isBare = url.username + url.password + url.search + url.hash === '' && /^\/?$/.test(url.pathname);
  if (!isBare || url.hostname === '') return null;
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) || port };
}

function splitOnce(text: string, by: string): [string, string] {
  const at = text.indexOf(by);
  return [text.slice(0, at), text.slice(at + by.length)];
}

function parseJson<T>(text: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
