/**
 * Which engine: DOCKER_HOST, then DOCKER_CONTEXT, then the current context, then the platform's default; as the
 * docker CLI decides (docker/cli cli/command/cli.go).
 */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { FailureError } from '../../../shared/failure.js';
import { say } from '../../../shared/words/index.js';
import { DEFAULT_SOCKET, endpointAt, type ResolvedEndpoint, type TlsMaterial } from './address.js';
import { contextEndpoint, currentContext, tlsFrom } from './contexts.js';
import { systemFiles, type Files } from './files.js';

export type EndpointSources = {
  readonly environment: NodeJS.ProcessEnv;
  readonly files?: Files;
  readonly platform?: NodeJS.Platform;
};

/** @throws FailureError `invalid-input` when a name or address can't be used, saying where it came from */
export function resolveEndpoint({
  environment: variables,
  files = systemFiles,
  platform = process.platform,
}: EndpointSources): ResolvedEndpoint {
  const environment = withoutEmpty(variables);
  const configFolder = configFolderOf(environment);
  if (environment.DOCKER_HOST) {
    const tls = environmentTls(environment, configFolder, files);
    return endpointAt(environment.DOCKER_HOST, { origin: 'DOCKER_HOST' }, tls);
  }
  const named = environment.DOCKER_CONTEXT ?? currentContext(configFolder, files);
  if (named && named !== 'default') return contextEndpoint(named, configFolder, files);
  return defaultEndpoint(platform);
}

/** What docker takes when nothing names an engine. */
export const defaultEndpoint = (platform: NodeJS.Platform): ResolvedEndpoint =>
  endpointAt(
    platform === 'win32' ? 'npipe:////./pipe/docker_engine' : `unix://${DEFAULT_SOCKET}`,
    { origin: 'default' },
    null,
  );

/** As for the docker CLI, a variable that is empty counts as one that isn't set. */
export const withoutEmpty = (variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));

/** Where docker's `config.json` and `contexts` lie. */
export const configFolderOf = (environment: NodeJS.ProcessEnv): string =>
  environment.DOCKER_CONFIG ?? join(homedir(), '.docker');

function environmentTls(
  environment: NodeJS.ProcessEnv,
  configFolder: string,
  files: Files,
): TlsMaterial | null {
  // DOCKER_TLS_VERIFY counts when it isn't empty, whatever it says; DOCKER_TLS asks for TLS without checking.
  const verify = Boolean(environment.DOCKER_TLS_VERIFY);
  if (!verify && !environment.DOCKER_TLS) return null;
  const folder = environment.DOCKER_CERT_PATH ?? configFolder;
  const tls = tlsFrom(folder, verify, files);
  if (!verify || tls.ca !== undefined) return tls;
  throw new FailureError({
    code: 'invalid-input',
    title: say('engineFailures.certificates'),
    detail: say('engineFailures.certificates.detail', { folder }),
    remedy: say('engineFailures.certificates.remedy'),
  });
}
