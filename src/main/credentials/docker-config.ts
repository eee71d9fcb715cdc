/**
 * A look into docker's own config file: which logins lie there, and how. Their secrets are not taken out of it.
 * Shapes as docker/cli cli/config/configfile/file.go writes them.
 */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { DockerConfigLogin, DockerConfigReport } from '../../shared/contract/registry.js';
import { messageOf } from '../../shared/failure.js';
import { registryOfKey } from './registry-name.js';

/** On Windows there is no such flag, and none of the named pipes that it is for. */
const READ_AT_ONCE = constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK);
const MAX_BYTES = 1024 * 1024;

/** That one is there is all that is kept of a secret. */
const isThere = z
  .unknown()
  .optional()
  .transform((value) => typeof value === 'string' && value !== '');
const config = z.object({
  auths: z
    .record(
      z.string(),
      z
        .object({ auth: isThere, password: isThere, identitytoken: isThere, registrytoken: isThere })
        .transform((entry) => Object.values(entry).some(Boolean)),
    )
    .nullish(),
  credsStore: z.string().nullish(),
  credHelpers: z.record(z.string(), z.string()).nullish(),
});

/** Reads `config.json` of DOCKER_CONFIG, else of `~/.docker`. A file that isn't there holds no logins. */
export async function readDockerConfig(environment: NodeJS.ProcessEnv): Promise<DockerConfigReport> {
  const path = join(dockerFolder(environment), 'config.json');
  let text: string;
  try {
    text = await readBounded(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { path, logins: [] };
    const isForbidden = code === 'EACCES' || code === 'EPERM';
    return { path, logins: [], problem: isForbidden ? 'Strata is not allowed to.' : messageOf(error) };
  }
  // An empty file is an empty configuration to docker.
  if (text.trim() === '') return { path, logins: [] };
  const parsed = parse(text);
  if (typeof parsed === 'string') return { path, logins: [], problem: parsed };
  return { path, logins: loginsOf(parsed) };
}

/** As to the docker CLI, an empty variable is one that isn't set. */
function dockerFolder({ DOCKER_CONFIG: folder }: NodeJS.ProcessEnv): string {
  return folder === undefined || folder === '' ? join(homedir(), '.docker') : folder;
}

async function readBounded(path: string): Promise<string> {
  // Not blocking: a named pipe in the file's place must not hold the answer up.
  const file = await open(path, READ_AT_ONCE);
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw new Error('it is not a file');
    if (stats.size > MAX_BYTES) throw new Error('it is larger than 1 MB');
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

function parse(text: string): z.output<typeof config> | string {
  try {
    const read = config.safeParse(JSON.parse(text));
    return read.success ? read.data : 'It is not in the form that docker writes.';
  } catch {
    // The parser's own message quotes the text, which may hold a secret.
    return 'It is not valid JSON.';
  }
}

/** One login a registry: a secret that lies there in plain text counts before a helper's. */
function loginsOf({ auths, credsStore, credHelpers }: z.output<typeof config>): readonly DockerConfigLogin[] {
  const found = new Map<string, DockerConfigLogin>();
  for (const [key, helper] of Object.entries(credHelpers ?? {})) {
    const registry = registryOfKey(key);
    if (helper !== '') found.set(registry, { registry, storage: 'helper', helper });
  }
  for (const [key, isPlain] of Object.entries(auths ?? {})) {
    const registry = registryOfKey(key);
    if (isPlain) found.set(registry, { registry, storage: 'plain' });
    else if (credsStore && !found.has(registry))
      found.set(registry, { registry, storage: 'helper', helper: credsStore });
  }
  return [...found.values()].sort((a, b) => a.registry.localeCompare(b.registry));
}
